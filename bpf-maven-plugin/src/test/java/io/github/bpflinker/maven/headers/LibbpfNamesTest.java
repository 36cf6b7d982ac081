package io.github.bpflinker.maven.headers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a program may name of libbpf's headers for BPF, ours define it, too. */
class LibbpfNamesTest {

    private static final Path LIBBPF = Machine.INSTALLED.resolve("bpf");
    private static final List<String> BEFORE =
            List.of("stdbool.h", "linux/types.h", "linux/errno.h", "linux/bpf.h", "linux/ptrace.h");
    private static final List<String> HEADERS = List.of(
            "bpf/bpf_helpers.h", "bpf/bpf_core_read.h", "bpf/bpf_endian.h", "bpf/bpf_tracing.h", "bpf/usdt.bpf.h");
    private static final Pattern MACRO = Pattern.compile("(?m)^#define (\\w+)");
    private static final Pattern DECLARATION = Pattern.compile(
            "(?m)^[|`][ |`-]*(?:EnumConstant|Record|Enum|Typedef|Function|Var|Field)Decl .*?(\\w+)(?: definition| '.*)$");

    @TempDir
    private Path folder;

    private final Clang clang = Machine.clang();

    @ParameterizedTest
    @ValueSource(strings = {"x86", "arm64", "s390", "riscv", "powerpc", "mips"})
    void everyMacroOfTheInstalledLibbpf(String machine) {
        Machine.require(LIBBPF.resolve("usdt.bpf.h"));
        String option = "-D__TARGET_ARCH_" + machine;
        Set<String> theirs = names(MACRO, all(), theirs(), option, "-E", "-dM");
        theirs.removeAll(names(MACRO, BEFORE, theirs(), option, "-E", "-dM"));

        assertThat(names(MACRO, all(), ours(), option, "-E", "-dM")).containsAll(theirs);
        assertThat(theirs).contains("___bpf_fill", "___bpf_narg", "BPF_USDT").hasSizeGreaterThan(300);
    }

    @Test
    void everyDeclarationOfTheInstalledLibbpf() {
        Machine.require(LIBBPF.resolve("usdt.bpf.h"));
        List<String> options = List.of("-D__TARGET_ARCH_x86", "-fsyntax-only", "-Xclang", "-ast-dump");
        String[] dump = options.toArray(String[]::new);
        Set<String> theirs = names(DECLARATION, all(), theirs(), dump);
        theirs.removeAll(names(DECLARATION, BEFORE, theirs(), dump));
        // Of parameters and local variables.
        theirs.removeIf(name -> name.matches("_x|ip|err|val|spec|spec_id|arg_spec|spec_id_ptr"));

        assertThat(names(DECLARATION, all(), ours(), dump)).containsAll(theirs);
        assertThat(theirs)
                .contains("bpf_map_lookup_elem", "LIBBPF_PIN_BY_NAME", "BPF_FIELD_EXISTS", "bpf_usdt_arg")
                .hasSizeGreaterThan(200);
    }

    @Test
    void namesOfNewerReleases() throws IOException {
        List<String> newer = Files.readAllLines(Headers.PROGRAMS.resolve("libbpf-names.txt")).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .flatMap(line ->
                        Stream.of(line.substring(line.indexOf(':') + 1).strip().split(" ")))
                .toList();
        Set<String> ours = names(MACRO, all(), ours(), "-D__TARGET_ARCH_x86", "-E", "-dM");
        ours.addAll(names(DECLARATION, all(), ours(), "-D__TARGET_ARCH_x86", "-fsyntax-only", "-Xclang", "-ast-dump"));

        assertThat(newer).hasSizeGreaterThan(30);
        assertThat(ours).containsAll(newer);
    }

    @Test
    void mapsOfStaticProbesAreLaidOutAsTheInstalledLibbpfFillsThem() {
        Machine.require(LIBBPF.resolve("usdt.bpf.h"));
        Map<String, String> declarations = layout();
        Map<String, String> theirs = values(declarations, theirs());
        boolean indexed = values(Map.of("sib", "const int sib = BPF_USDT_ARG_SIB;"), theirs())
                .containsKey("sib");
        List<String> ours = new ArrayList<>(ours());
        if (!indexed) {
            ours.add("-DBPF_USDT_LIBBPF_1_6");
        }

        assertThat(theirs).hasSameSizeAs(declarations);
        assertThat(values(declarations, ours)).isEqualTo(theirs);
    }

    @Test
    void mapsOfStaticProbesAreLaidOutAsLibbpf17FillsThem() {
        Map<String, String> expected = layout();
        // What clang made of the header of libbpf 1.8, which is that of 1.7 here.
        put(expected, "size___bpf_usdt_spec", "304");
        put(expected, "size___bpf_usdt_arg_spec", "24");
        put(expected, "offset_args", "0");
        put(expected, "offset_usdt_cookie", "288");
        put(expected, "offset_arg_cnt", "296");
        put(expected, "offset_val_off", "0");
        put(expected, "offset_reg_off", "14");
        put(expected, "offset_arg_signed", "16");
        put(expected, "offset_arg_bitshift", "17");

        assertThat(values(layout(), ours())).isEqualTo(values(expected, ours()));
    }

    private static Map<String, String> layout() {
        Map<String, String> declarations = new LinkedHashMap<>();
        for (String type : List.of("__bpf_usdt_spec", "__bpf_usdt_arg_spec")) {
            put(declarations, "size_" + type, "sizeof(struct " + type + ")");
        }
        for (String member : List.of("args", "usdt_cookie", "arg_cnt")) {
            put(declarations, "offset_" + member, "__builtin_offsetof(struct __bpf_usdt_spec, " + member + ")");
        }
        for (String member : List.of("val_off", "reg_off", "arg_signed", "arg_bitshift")) {
            put(declarations, "offset_" + member, "__builtin_offsetof(struct __bpf_usdt_arg_spec, " + member + ")");
        }
        for (String value : List.of("BPF_USDT_ARG_CONST", "BPF_USDT_ARG_REG", "BPF_USDT_ARG_REG_DEREF")) {
            put(declarations, "value_" + value, value);
        }
        put(declarations, "value_specs", "BPF_USDT_MAX_SPEC_CNT");
        put(declarations, "value_places", "BPF_USDT_MAX_IP_CNT");
        return declarations;
    }

    private static void put(Map<String, String> declarations, String name, String value) {
        declarations.put(name, "const unsigned long long " + name + " = " + value + ";");
    }

    private Map<String, String> values(Map<String, String> declarations, List<String> folders) {
        List<String> options = new ArrayList<>(folders);
        options.add("-D__TARGET_ARCH_x86");
        // What follows the last one in the assembly, the headers' own maps, counts as its bytes.
        Map<String, String> all = new LinkedHashMap<>(declarations);
        put(all, "value_last", "0");
        Map<String, String> values = Values.of(clang, folder, all(), all, options);
        values.keySet().retainAll(declarations.keySet());
        return values;
    }

    private static List<String> all() {
        return Stream.concat(BEFORE.stream(), HEADERS.stream()).toList();
    }

    private static List<String> ours() {
        return List.of("-isystem", Headers.FOLDER.toString());
    }

    private static List<String> theirs() {
        return List.of("-isystem", Machine.INSTALLED.toString(), "-isystem", Machine.MULTIARCH.toString());
    }

    private Set<String> names(Pattern pattern, List<String> headers, List<String> folders, String... mode) {
        StringBuilder source = new StringBuilder();
        headers.forEach(header -> source.append("#include <").append(header).append(">\n"));
        Path file = Machine.write(folder.resolve("names.c"), source.toString());
        List<String> options = new ArrayList<>(List.of("-target", "bpfel", "-w", "-fno-color-diagnostics"));
        options.addAll(folders);
        options.addAll(List.of(mode));
        options.add(file.toString());
        Run run = clang.with(options);
        assertThat(run.status()).as(run.output()).isZero();
        Set<String> names = new TreeSet<>();
        Matcher matcher = pattern.matcher(run.output());
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }
}
