package io.github.bpflinker.cli;

import io.github.bpflinker.json.JsonException;
import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.load.KernelMap;
import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.text.Printable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The command {@code map}: what is in maps of the running kernel. */
final class MapCommand extends KernelCommand {

    private static final int DEFAULT_INTERVAL = 1000;

    private static SubcommandLine newLine() {
        return new SubcommandLine(
                        "map",
                        "Reads and writes maps of the running kernel. A MAP is an id, the path of a pin, or a name"
                                + " that one map has. Keys and values are JSON in the terms of the map's BTF: structs with"
                                + " field names, char arrays as text, enumerators by name; of maps without BTF,"
                                + " hexadecimal digits. Needs CAP_SYS_ADMIN.%n%n  map list                  all maps%n "
                                + " map show MAP              a map and its elements%n  map get MAP [KEY]         the"
                                + " value of a key; of a queue or stack, the next one%n  map set MAP KEY VALUE     sets a"
                                + " value, or the fields that VALUE names%n  map delete MAP KEY        removes a key%n "
                                + " map watch MAP             what changes, until it is interrupted%n")
                .flag("--json", "Write JSON, for programs; of watch, one change a line.")
                .value("--interval", "MILLISECONDS", "How often watch looks; default: 1000.")
                .value("--rounds", "COUNT", "How often watch looks before it ends; default: no end.")
                .files("ARGUMENT", "1..*", "What to do, the MAP, KEY and VALUE.");
    }

    @Override
    int execute(List<String> arguments, Console console) {
        Optional<SubcommandLine.Parsed> parsed = newLine().parse(arguments, console);
        if (parsed.isEmpty()) {
            return ExitCode.OK;
        }
        List<String> words = parsed.get().files();
        boolean json = parsed.get().has("--json");
        try {
            return switch (words.get(0)) {
                case "list" -> list(words, json, console);
                case "show" -> show(words, json, console);
                case "get" -> get(words, json, console);
                case "set" -> set(words);
                case "delete" -> delete(words, console);
                case "watch" -> watch(words, parsed.get(), json, console);
                default ->
                    throw new UsageException(
                            "'" + words.get(0) + "' is none of list, show, get, set, delete, watch", "bpf-linker map");
            };
        } catch (IllegalArgumentException | JsonException e) {
            throw new UsageException(String.valueOf(e.getMessage()), "bpf-linker map");
        }
    }

    private static int list(List<String> words, boolean json, Console console) {
        count(words, 1, "list");
        return new ListCommand().run(json ? List.of("maps", "--json") : List.of("maps"), console);
    }

    private static void count(List<String> words, int wanted, String usage) {
        if (words.size() != wanted) {
            throw new UsageException("use it as map " + usage, "bpf-linker map");
        }
    }

    private static KernelMap open(List<String> words) {
        return MapNames.open(RunningKernel.ofSystem(), words.get(1));
    }

    private static int show(List<String> words, boolean json, Console console) {
        count(words, 2, "show MAP");
        try (KernelMap map = open(words)) {
            MapText text = MapText.of(RunningKernel.ofSystem(), map);
            if (json) {
                console.out().println(text.json());
            } else {
                console.out().println(text.head());
                text.elements().forEach(element -> console.out().println("  " + Printable.line(element.line())));
            }
            return ExitCode.OK;
        }
    }

    private static int get(List<String> words, boolean json, Console console) {
        if (words.size() != 2) {
            count(words, 3, "get MAP [KEY]");
        }
        try (KernelMap map = open(words)) {
            MapText text = MapText.of(RunningKernel.ofSystem(), map);
            Optional<JsonValue> value = words.size() == 2 ? text.peek() : text.find(text.key(words.get(2)));
            if (value.isEmpty()) {
                console.err()
                        .println("Error: " + map.descriptor().subject()
                                + (words.size() == 2 ? " is empty" : " has no key " + Printable.line(words.get(2))));
                return ExitCode.FAILED;
            }
            console.out().println(json ? value.get().toString() : Printable.line(MapText.plain(value.get())));
            return ExitCode.OK;
        }
    }

    private static int set(List<String> words) {
        count(words, 4, "set MAP KEY VALUE");
        try (KernelMap map = open(words)) {
            MapText text = MapText.of(RunningKernel.ofSystem(), map);
            text.set(text.key(words.get(2)), words.get(3));
            return ExitCode.OK;
        }
    }

    private static int delete(List<String> words, Console console) {
        count(words, 3, "delete MAP KEY");
        try (KernelMap map = open(words)) {
            MapText text = MapText.of(RunningKernel.ofSystem(), map);
            if (!text.delete(text.key(words.get(2)))) {
                console.err()
                        .println(
                                "Error: " + map.descriptor().subject() + " has no key " + Printable.line(words.get(2)));
                return ExitCode.FAILED;
            }
            return ExitCode.OK;
        }
    }

    private static long number(Optional<String> text, long otherwise) {
        try {
            long number = text.isPresent() ? Long.parseLong(text.get()) : otherwise;
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new UsageException("'" + text.orElse("") + "' is no number above 0", "bpf-linker map");
    }

    private static int watch(List<String> words, SubcommandLine.Parsed parsed, boolean json, Console console) {
        count(words, 2, "watch MAP");
        long interval = number(parsed.value("--interval"), DEFAULT_INTERVAL);
        long rounds = number(parsed.value("--rounds"), Long.MAX_VALUE);
        try (KernelMap map = open(words)) {
            MapText text = MapText.of(RunningKernel.ofSystem(), map);
            Map<String, MapText.Element> before = new HashMap<>();
            for (long round = 0; round < rounds; round++) {
                Map<String, MapText.Element> now = new HashMap<>();
                for (MapText.Element element : text.elements()) {
                    now.put(element.key().toString(), element);
                    MapText.Element last = before.remove(element.key().toString());
                    if (last == null) {
                        print(console, json, round == 0 ? " " : "+", element);
                    } else if (!last.equals(element)) {
                        print(console, json, "=", element);
                    }
                }
                before.values().forEach(gone -> print(console, json, "-", gone));
                before = now;
                if (round + 1 < rounds) {
                    TimeUnit.MILLISECONDS.sleep(interval);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.OK;
    }

    private static void print(Console console, boolean json, String change, MapText.Element element) {
        console.out().println(json ? element.json(change).toString() : change + " " + Printable.line(element.line()));
        console.out().flush();
    }
}
