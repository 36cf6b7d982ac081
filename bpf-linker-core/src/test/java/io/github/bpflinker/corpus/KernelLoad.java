package io.github.bpflinker.corpus;

import io.github.bpflinker.testing.Command;
import io.github.bpflinker.testing.HandedOver;
import io.github.bpflinker.testing.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * Loads an object into the running kernel with bpftool and runs its programs, in a mount namespace of its own: what it pins
 * is gone when it ends, however it ends. Then the kernel must get the same of it from this library.
 */
final class KernelLoad {

    private static final Pattern RUN = Pattern.compile("(\\S+)(?: (\\p{XDigit}*))? -> (\\S+)");
    private static final Pattern RETURN_VALUE = Pattern.compile("Return value: (\\d+)");
    private static final int PACKET_SIZE = 64;
    private static final String SCRIPT = """
            mount -t bpf bpf /sys/fs/bpf || exit 1
            object=$1 type=$2
            shift 2
            bpftool prog loadall "$object" /sys/fs/bpf/it $type pinmaps /sys/fs/bpf/maps >load.log 2>&1 || { cat load.log; exit 1; }
            while [ $# -gt 0 ]; do
              bpftool prog run pinned "/sys/fs/bpf/it/$1" data_in "$2" repeat 1 || exit 1
              shift 2
            done
            """;

    private KernelLoad() {}

    /**
     * Loads all programs of an object.
     *
     * @param folder where the object is
     * @param object its name there
     * @param type how bpftool is told the type of programs whose section does not name it; may be empty
     * @param runs {@code program data -> result}: what to run afterwards
     * @return what libbpf had to say, though it loaded the object
     */
    static String load(Path folder, String object, String type, List<String> runs) throws IOException {
        Tool.BPFTOOL.require();
        if (!"root".equals(System.getProperty("user.name"))) {
            Assumptions.abort("loading programs needs root");
        }
        List<String> command = new ArrayList<>(List.of("unshare", "--mount", "sh", "-c", SCRIPT, "sh"));
        command.add(object);
        command.add(type.isEmpty() ? "" : "type " + type);
        List<String> expected = new ArrayList<>();
        for (String run : runs) {
            Matcher matcher = RUN.matcher(run);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("RUN: program [hex data] -> result, not " + run);
            }
            Path data = folder.resolve("run" + expected.size());
            Files.write(data, packet(matcher.group(2)));
            command.addAll(List.of(matcher.group(1), data.toString()));
            expected.add(matcher.group(3));
        }
        Command.Outcome outcome = Command.run(folder, command);
        if (outcome.exitCode() != 0) {
            throw new AssertionError("the kernel refuses " + object + ":\n" + outcome.output());
        }
        compare(expected, outcome.output());
        HandedOver.compare(folder, folder.resolve(object).toAbsolutePath(), type);
        return Files.readString(folder.resolve("load.log"));
    }

    /** The data that a program gets, filled up with zeros to the size of a packet. */
    private static byte[] packet(@Nullable String hex) {
        String digits = hex == null ? "" : hex;
        byte[] data = new byte[Math.max(PACKET_SIZE, digits.length() / 2)];
        for (int i = 0; i < digits.length() / 2; i++) {
            data[i] = (byte) Integer.parseInt(digits.substring(2 * i, 2 * i + 2), 16);
        }
        return data;
    }

    private static void compare(List<String> expected, String output) {
        List<String> actual = RETURN_VALUE
                .matcher(output)
                .results()
                .map(result -> result.group(1))
                .toList();
        if (!actual.equals(expected)) {
            throw new AssertionError("programs returned " + actual + ", not " + expected + "\n" + output);
        }
    }
}
