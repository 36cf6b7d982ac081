package io.github.bpflinker.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.load.BpfLoader;
import io.github.bpflinker.load.LoadedObject;
import io.github.bpflinker.load.LoadedProgram;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the kernel got of an object, as bpftool shows it: of each program its type, its instructions after verification with
 * their source lines, its maps and its BTF. Ids, which differ between two loads, are replaced by names.
 */
public final class HandedOver {

    private static final Pattern PROGRAM = Pattern.compile("(?m)^@@@ program (\\S+)$");
    private static final Pattern MAP_ID = Pattern.compile("map\\[id:(\\d+)\\]");
    /** Where the kernel put something that it allocated: a map, or a program that is a callback. */
    private static final Pattern ADDRESS = Pattern.compile("0xffff[89]\\p{XDigit}{11}\\b");

    private static final String ALLOCATED = "allocated";
    private static final Pattern CONSTANT = Pattern.compile("^(\\s+18(?: \\p{XDigit}{2}){3})(?: \\p{XDigit}{2}){4}");
    private static final int MMAPABLE = 1 << 10;
    private static final Pattern GLOBAL_DATA =
            Pattern.compile("(\"name\":\"[^\"]*\\.(?:bss|data|rodata)[^\"]*\",\"flags\":)(\\d+)");
    private static final Pattern NAME = Pattern.compile("@@@ map (\\d+) .*?\"name\":\"([^\"]*)\"");
    private static final Pattern CHANGING =
            Pattern.compile("\"(?:id|btf_id|pids|loaded_at|uid|bytes_memlock|pinned|frozen"
                    + "|map_ids|tag|run_time_ns|run_cnt)\":(?:\\[[^\\]]*\\]|\"[^\"]*\"|[^,}]*),?");

    /** Shows the programs of some ids, their maps and, as another one, their BTF. */
    private static final String SHOW = """
            show() {
              echo "@@@ program $1"
              shown=$(bpftool -j prog show id "$2")
              echo "$shown"
              bpftool prog dump xlated id "$2" opcodes
              for map in $(echo "$shown" | sed -n 's/.*"map_ids":\\[\\([0-9,]*\\)\\].*/\\1/p' | tr ',' ' '); do
                echo "@@@ map $map $(bpftool -j map show id "$map")"
              done
              btf=$(echo "$shown" | sed -n 's/.*"btf_id":\\([0-9]*\\).*/\\1/p')
              if [ "$btf" != "$last" ]; then
                echo "@@@ program types"
                bpftool btf dump id "$btf"
                last=$btf
              fi
            }
            last=
            """;

    private static final String LOAD = SHOW + """
            mount -t bpf bpf /sys/fs/bpf || exit 1
            object=$1
            shift
            bpftool prog loadall "$object" /sys/fs/bpf/it "$@" >load.log 2>&1 || { cat load.log; exit 1; }
            for pin in /sys/fs/bpf/it/*; do
              show "${pin##*/}" "$(bpftool -j prog show pinned "$pin" | sed -n 's/.*"id":\\([0-9]*\\),"type".*/\\1/p')"
            done
            """;

    /** Prints what the kernel got: called with the name and the id of each program. */
    private static final String EACH = SHOW + """
            while [ $# -gt 0 ]; do
              show "$1" "$2"
              shift 2
            done
            """;

    private HandedOver() {}

    /**
     * What bpftool hands over; each program by its name.
     *
     * @param folder where temporary files go
     * @param type how bpftool is told the type of programs whose section does not name it; may be empty
     */
    public static Map<String, String> byBpftool(Path folder, Path object, String type) {
        List<String> command =
                new ArrayList<>(List.of("unshare", "--mount", "sh", "-c", LOAD, "sh", object.toString()));
        if (!type.isEmpty()) {
            command.addAll(List.of("type", type));
        }
        return parts(Command.run(folder, command).orFail());
    }

    /**
     * What libbpf hands over; each program by its name.
     *
     * @param loader the program made of {@code load-by-libbpf.c}
     */
    public static Map<String, String> byLibbpf(Path folder, Path loader, Path object) {
        String pinsNowhere = "mount -t bpf bpf /sys/fs/bpf && exec \"$@\"";
        return parts(Command.run(
                        folder,
                        List.of(
                                "unshare",
                                "--mount",
                                "sh",
                                "-c",
                                pinsNowhere,
                                "sh",
                                loader.toString(),
                                EACH,
                                object.toString()))
                .orFail());
    }

    /** What this library hands over. */
    public static Map<String, String> byLoader(Path folder, Path object, String type) throws IOException {
        BpfObject read = BpfObject.read(object.toString(), ByteBuffer.wrap(Files.readAllBytes(object)));
        try (LoadedObject loaded = BpfLoader.of(read)
                .withoutPins()
                .requireTypes()
                .sectionOfOtherPrograms(type)
                .load()) {
            List<String> command = new ArrayList<>(List.of("sh", "-c", EACH, "sh"));
            for (LoadedProgram program : loaded.programs()) {
                command.add(program.name());
                command.add(Integer.toString(program.info().id()));
            }
            return parts(Command.run(folder, command).orFail());
        }
    }

    /** Both are the same. */
    public static void compare(Path folder, Path object, String type) throws IOException {
        Map<String, String> theirs = byBpftool(folder, object, type);
        Map<String, String> ours = byLoader(folder, object, type);
        assertThat(ours.keySet()).isEqualTo(theirs.keySet());
        theirs.forEach((program, text) ->
                assertThat(ours.get(program)).as("%s of %s", program, object).isEqualTo(text));
    }

    private static Map<String, String> parts(String output) {
        Map<String, String> names = new TreeMap<>();
        Matcher name = NAME.matcher(output);
        while (name.find()) {
            names.put(name.group(1), name.group(2));
        }
        Map<String, String> parts = new TreeMap<>();
        Matcher matcher = PROGRAM.matcher(output);
        List<Integer> starts = new ArrayList<>();
        List<String> programs = new ArrayList<>();
        while (matcher.find()) {
            starts.add(matcher.start());
            programs.add(matcher.group(1));
        }
        starts.add(output.length());
        for (int i = 0; i < programs.size(); i++) {
            parts.put(programs.get(i), normalized(output.substring(starts.get(i), starts.get(i + 1)), names));
        }
        return parts;
    }

    /** libbpf 1.1 lets user space map all global data, newer ones only sections with variables that others may see. */
    private static String withoutMmapable(String map) {
        return GLOBAL_DATA
                .matcher(map)
                .replaceAll(found -> found.group(1) + (Integer.parseInt(found.group(2)) & ~MMAPABLE));
    }

    private static String normalized(String text, Map<String, String> names) {
        String named = MAP_ID.matcher(ADDRESS.matcher(text).replaceAll(ALLOCATED))
                .replaceAll(id ->
                        Matcher.quoteReplacement("map[" + names.getOrDefault(id.group(1), "?" + id.group(1)) + "]"));
        List<String> lines = new ArrayList<>();
        List<String> maps = new ArrayList<>();
        String before = "";
        for (String shown : CHANGING.matcher(named).replaceAll("").lines().toList()) {
            // The constant of the instruction above is the id that was replaced there.
            String line = before.contains("= " + ALLOCATED) ? "" : shown;
            line = before.contains("= map[") ? CONSTANT.matcher(shown).replaceFirst("$1 .. .. .. ..") : line;
            before = shown;
            if (line.startsWith("@@@ map ")) {
                maps.add(withoutMmapable(line.substring(line.indexOf('{'))));
            } else {
                lines.add(line);
            }
        }
        // Programs name their maps in the order of first use; constants that are only bound come in any.
        maps.sort(null);
        lines.addAll(maps);
        return String.join("\n", lines);
    }
}
