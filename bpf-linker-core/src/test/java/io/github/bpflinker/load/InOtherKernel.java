package io.github.bpflinker.load;

import io.github.bpflinker.attach.Attach;
import io.github.bpflinker.attach.BpfLink;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.map.GlobalVariables;
import io.github.bpflinker.run.TestRun;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Loads and runs programs in a virtual machine, and prints what came of it in sections. */
public final class InOtherKernel {

    private static final Path OBJECTS = Path.of("/load");
    private static final Path LOCKDOWN = Path.of("/sys/kernel/security/lockdown");
    private static final PrintStream OUT = System.out;
    private static final int PACKET = 60;

    private InOtherKernel() {}

    /**
     * Runs sections.
     *
     * @param arguments {@code load} for the objects that follow, {@code modules} for the modules that follow, {@code
     *     replaces}, {@code compares} for the objects that follow, {@code locks} for the programs that follow; each ends with
     *     {@code --}
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int start = 0;
        for (int i = 0; i <= arguments.length; i++) {
            if (i == arguments.length || arguments[i].equals("--")) {
                run(arguments[start], List.of(arguments).subList(start + 1, i));
                start = i + 1;
            }
        }
    }

    private static void run(String what, List<String> names) throws IOException, InterruptedException {
        switch (what) {
            case "load" -> {
                OUT.println("## loads");
                names.forEach(InOtherKernel::load);
            }
            case "modules" -> modules(names);
            case "replaces" -> replaces();
            case "compares" -> {
                OUT.println("## compares");
                for (String name : names) {
                    compares(name);
                }
            }
            default -> {
                for (String level : List.of("integrity", "confidentiality")) {
                    OUT.println("## " + level);
                    Files.writeString(LOCKDOWN, level);
                    names.forEach(InOtherKernel::loadOne);
                }
            }
        }
    }

    private static Path file(String name) {
        return OBJECTS.resolve(name + ".bpf.o");
    }

    private static BpfLoader loader(String name) {
        try {
            return BpfLoader.of(BpfObject.read(file(name))).withoutPins();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void load(String name) {
        load(name, loader(name));
    }

    /** Loads one program of {@code locked-down}, and no other. */
    private static void loadOne(String name) {
        load(
                name,
                loader("locked-down")
                        .programs((program, settings) ->
                                settings.load(program.name().equals(name))));
    }

    private static void load(String name, BpfLoader loader) {
        try (LoadedObject object = loader.load()) {
            OUT.println(name + ": " + object.programs().size() + " loaded");
        } catch (LoadException e) {
            OUT.println(name + ": " + e.getMessage());
        }
    }

    private static void modules(List<String> modules) throws IOException, InterruptedException {
        OUT.println("## modules");
        load("modules");
        for (String module : modules) {
            new ProcessBuilder("/bin/busybox", "insmod", "/modules/" + module + ".ko")
                    .inheritIO()
                    .start()
                    .waitFor();
        }
        try (LoadedObject object = loader("modules").load()) {
            for (LoadedProgram program : object.programs()) {
                boolean runs = program.typeName().equals("xdp");
                OUT.println(program.name() + (runs ? " returns " + run(program) : " is loaded"));
            }
        }
        try (LoadedObject object = loader("module-names").load()) {
            OUT.println(object.programs().get(0).name() + " is loaded");
        }
    }

    private static void replaces() {
        OUT.println("## replaces");
        try (LoadedObject asking = loader("replaced").load();
                LoadedObject other = loader("replacement")
                        .program("decides_otherwise", program -> program.attachTo(asking.program("asks")))
                        .load()) {
            OUT.println("before, asks returns " + run(asking.program("asks")));
            try (BpfLink link = Attach.program(other.program("decides_otherwise"))) {
                OUT.println("replaced by " + link.info().orElseThrow().typeName() + ", asks returns "
                        + run(asking.program("asks")));
            }
            OUT.println("after, asks returns " + run(asking.program("asks")));
            watches(asking.program("asks"));
        }
    }

    @SuppressWarnings("try") // links are closed within their blocks
    private static void watches(LoadedProgram watched) {
        try (LoadedObject watcher = loader("watcher")
                        .programs((program, settings) -> settings.attachTo(watched))
                        .load();
                BpfLink entry = Attach.program(watcher.program("at_entry"));
                BpfLink exit = Attach.program(watcher.program("at_exit"))) {
            run(watched);
            exit.close();
            run(watched);
            entry.close();
            run(watched);
            GlobalVariables variables = GlobalVariables.of(watcher);
            OUT.println("watched " + variables.variable("entries").number() + " times at the entry, "
                    + variables.variable("exits").number() + " at the exit of a function");
        }
    }

    private static int run(LoadedProgram program) {
        return TestRun.of(program).data(new byte[PACKET]).run().returnValue();
    }

    /** Compares what the kernel got from libbpf and from this library. */
    private static void compares(String name) throws IOException, InterruptedException {
        SeenByKernel seen = new SeenByKernel(RunningKernel.ofSystem().bpf());
        boolean attached = name.equals("replacement") || name.equals("watcher");
        Map<String, String> theirs = new TreeMap<>();
        List<String> command = new ArrayList<>(
                List.of("/load-by-libbpf", "echo \"$@\"; read end", file(name).toString()));
        if (attached) {
            command.add(file("replaced").toString());
        }
        Process libbpf = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (OutputStream end = libbpf.getOutputStream();
                BufferedReader output = libbpf.inputReader(StandardCharsets.UTF_8)) {
            String[] words = String.valueOf(output.readLine()).split(" ", -1);
            for (int i = 0; i + 1 < words.length; i += 2) {
                theirs.put(words[i], seen.program(Integer.parseInt(words[i + 1])));
            }
            end.write('\n');
        }
        libbpf.waitFor();
        try (LoadedObject target = loader("replaced").load();
                LoadedObject object = loader(name)
                        .programs((program, settings) -> {
                            if (attached) {
                                settings.attachTo(target.programs().get(0));
                            }
                        })
                        .load()) {
            Map<String, String> ours = new TreeMap<>();
            object.programs()
                    .forEach(program ->
                            ours.put(program.name(), seen.program(program.info().id())));
            OUT.println(name + ": " + ours.keySet() + (ours.equals(theirs) ? " are the same" : " differ"));
            if (!ours.equals(theirs)) {
                OUT.println("of libbpf: " + theirs + "\nof ours: " + ours);
            }
        }
    }
}
