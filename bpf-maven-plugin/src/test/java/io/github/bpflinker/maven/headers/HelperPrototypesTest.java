package io.github.bpflinker.maven.headers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HelperPrototypesTest {

    private static final Pattern HELPER =
            Pattern.compile("static [^;=]*?\\(\\*\\s*const (bpf_\\w+)\\)\\([^;]*?\\) = \\(void \\*\\)(\\d+);");
    private static final int NEWEST = 211;

    /** libbpf 1.1 has these without the const that Linux 6.3 gave them. */
    private static final Set<String> CONST_SINCE = Set.of("bpf_dynptr_read", "bpf_dynptr_write", "bpf_dynptr_data");

    @TempDir
    private Path folder;

    @Test
    void coverEveryIdOnce() throws IOException {
        Map<String, Integer> helpers = helpers();
        assertThat(helpers).hasSize(NEWEST);
        assertThat(new TreeSet<>(helpers.values())).hasSize(NEWEST).first().isEqualTo(1);
        assertThat(new TreeSet<>(helpers.values()).last()).isEqualTo(NEWEST);
    }

    @Test
    void haveTheIdsOfTheKernelsHeader() throws IOException {
        StringBuilder source = new StringBuilder("#include <linux/bpf.h>\n");
        helpers().forEach((name, id) -> source.append("_Static_assert(BPF_FUNC_")
                .append(name.substring("bpf_".length()))
                .append(" == ")
                .append(id)
                .append(", \"\");\n"));
        Path file = Machine.write(folder.resolve("ids.c"), source.toString());
        Run run = Machine.clang()
                .compile(file, folder.resolve("ids.o"), List.of("-target", "bpf", "-I", Headers.FOLDER.toString()));
        assertThat(run).isEqualTo(new Run(0, ""));
    }

    @Test
    void areThoseOfLibbpf() throws IOException {
        Path theirs = Machine.require(Machine.INSTALLED.resolve("bpf/bpf_helper_defs.h"));
        String ours = Files.readString(Headers.FOLDER.resolve("bpf/bpf_helper_defs.h"))
                .replaceAll("\\(\\*const bpf_", "(*const ours_");
        String installed = Files.readString(theirs);
        List<String> lines = new ArrayList<>(List.of("#include <linux/bpf.h>", "#include \"ours.h\""));
        lines.add("#include \"" + theirs + "\"");
        int compared = 0;
        for (String name : helpers().keySet()) {
            if (Pattern.compile("\\b" + name + "\\)\\(").matcher(installed).find() && !CONST_SINCE.contains(name)) {
                lines.add("_Static_assert(__builtin_types_compatible_p(__typeof__(*" + name.replace("bpf_", "ours_")
                        + "), __typeof__(*" + name + ")), \"" + name + "\");");
                compared++;
            }
        }
        Machine.write(folder.resolve("ours.h"), ours);
        Path file = Machine.write(folder.resolve("compare.c"), String.join("\n", lines) + "\n");
        Run run = Machine.clang()
                .with(List.of(
                        "-target",
                        "bpf",
                        "-fsyntax-only",
                        "-ferror-limit=0",
                        "-I",
                        Headers.FOLDER.toString(),
                        file.toString()));
        assertThat(run).isEqualTo(new Run(0, ""));
        assertThat(compared).isGreaterThan(NEWEST / 2);
    }

    private static Map<String, Integer> helpers() throws IOException {
        Map<String, Integer> helpers = new TreeMap<>();
        Matcher matcher = HELPER.matcher(Files.readString(Headers.FOLDER.resolve("bpf/bpf_helper_defs.h")));
        while (matcher.find()) {
            helpers.put(matcher.group(1), Integer.valueOf(matcher.group(2)));
        }
        return helpers;
    }
}
