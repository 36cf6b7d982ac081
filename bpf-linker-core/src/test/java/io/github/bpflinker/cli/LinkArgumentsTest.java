package io.github.bpflinker.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.bpflinker.input.Input;
import io.github.bpflinker.link.LinkRequest;
import io.github.bpflinker.link.LinkRequest.Switch;
import io.github.bpflinker.option.OptimizationLevel;
import io.github.bpflinker.option.OutputKind;
import io.github.bpflinker.option.RequestedLlvm;
import io.github.bpflinker.version.KernelVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkArgumentsTest {

    private static LinkArguments link(String... arguments) {
        return LinkArguments.of(LinkLine.parse(List.of(arguments)));
    }

    private static LinkArguments linkWith(String options) {
        List<String> arguments = new ArrayList<>(List.of("in.bc", "-o", "out.o"));
        if (!options.isEmpty()) {
            arguments.addAll(List.of(options.split(" ")));
        }
        return link(arguments.toArray(String[]::new));
    }

    static Stream<Arguments> optionsAndTheirEffect() {
        return Stream.of(
                with("--target bpfeb", LinkRequest::target, Optional.of("bpfeb")),
                with("--target=bpf-unknown-none", LinkRequest::target, Optional.of("bpf-unknown-none")),
                with("--target=bpfel --target bpfeb", LinkRequest::target, Optional.of("bpfeb")),
                with("", LinkRequest::cpu, "generic"),
                with("--cpu v3", LinkRequest::cpu, "v3"),
                with("--cpu=v3 --cpu=v1", LinkRequest::cpu, "v1"),
                with("--cpu-features +alu32,-dwarfris", LinkRequest::cpuFeatures, "+alu32,-dwarfris"),
                with("--cpu-features -alu32", LinkRequest::cpuFeatures, "-alu32"),
                with("--cpu-features=+alu32 --cpu-features=", LinkRequest::cpuFeatures, ""),
                with("-o second.o", LinkRequest::output, Optional.of(Path.of("second.o"))),
                with("-osecond.o", LinkRequest::output, Optional.of(Path.of("second.o"))),
                with("-o=second.o", LinkRequest::output, Optional.of(Path.of("second.o"))),
                with("--output second.o", LinkRequest::output, Optional.of(Path.of("second.o"))),
                with("--output=second.o -o third.o", LinkRequest::output, Optional.of(Path.of("third.o"))),
                with("", LinkRequest::emit, List.of(OutputKind.OBJ)),
                with("--emit asm", LinkRequest::emit, List.of(OutputKind.ASM)),
                with("--emit=asm --emit llvm-ir", LinkRequest::emit, List.of(OutputKind.ASM, OutputKind.LLVM_IR)),
                with("--emit=llvm-bc,obj,asm", LinkRequest::emit, kinds("llvm-bc", "obj", "asm")),
                with("--emit=obj,obj --emit=obj", LinkRequest::emit, List.of(OutputKind.OBJ)),
                with("", LinkRequest::btf, false),
                with("--btf", LinkRequest::btf, true),
                with("--btf --btf", LinkRequest::btf, true),
                with("", LinkRequest::optimization, OptimizationLevel.O2),
                with("-O3", LinkRequest::optimization, OptimizationLevel.O3),
                with("-O 3", LinkRequest::optimization, OptimizationLevel.O3),
                with("-O=1", LinkRequest::optimization, OptimizationLevel.O1),
                with("-Os", LinkRequest::optimization, OptimizationLevel.OS),
                with("-Oz -O0", LinkRequest::optimization, OptimizationLevel.O0),
                with("", LinkRequest::exports, Optional.empty()),
                with("--export a,b --export=c", LinkRequest::exports, Optional.of(Set.of("a", "b", "c"))),
                with("--export a, --export ,b", LinkRequest::exports, Optional.of(Set.of("a", "b"))),
                with("--export-symbols s --export-symbols=t", LinkRequest::exportFiles, List.of(Path.of("t"))),
                with("", LinkRequest::llvm, RequestedLlvm.AUTO),
                with("--llvm rustc", LinkRequest::llvm, RequestedLlvm.Known.RUSTC),
                with("--llvm=system --llvm=embedded", LinkRequest::llvm, RequestedLlvm.Known.EMBEDDED),
                with("--llvm=/l/libLLVM.so", LinkRequest::llvm, new RequestedLlvm.AtPath(Path.of("/l/libLLVM.so"))),
                with("--llvm-args=--x=1,--y", LinkRequest::llvmArgs, List.of("--x=1", "--y")),
                with("--llvm-args a,b --llvm-args=c", LinkRequest::llvmArgs, List.of("a", "b", "c")),
                with("--llvm-args --x=1", LinkRequest::llvmArgs, List.of("--x=1")),
                with("--kernel 4.15", LinkRequest::kernel, Optional.of(new KernelVersion(4, 15))),
                with("--panic-exit", LinkRequest::panicValue, 0),
                with("--panic-exit=2", LinkRequest::panicValue, 2),
                with("--panic-exit=-1", LinkRequest::panicValue, -1),
                with("--panic-exit=2 --panic-exit", LinkRequest::panicValue, 0),
                with(
                        "--panic-exit 2",
                        LinkRequest::inputs,
                        List.of(Input.of(Path.of("in.bc")), Input.of(Path.of("2")))),
                with("--dump-module d", LinkRequest::dumpModule, Optional.of(Path.of("d"))),
                with("--link-map=m", LinkRequest::linkMap, Optional.of(Path.of("m"))),
                with("-L dir -Ldir -L=dir", LinkRequest::inputs, List.of(Input.of(Path.of("in.bc")))),
                with("-flavor gnu --flavor=bpf --debug", LinkRequest::inputs, List.of(Input.of(Path.of("in.bc")))));
    }

    private static <T> Arguments with(String options, Function<LinkRequest, T> field, Object expected) {
        return arguments(options, field, expected);
    }

    private static List<OutputKind> kinds(String... names) {
        return Stream.of(names)
                .flatMap(name -> OutputKind.ofOptionName(name).stream())
                .toList();
    }

    @ParameterizedTest(name = "[{0}] gives {2}")
    @MethodSource("optionsAndTheirEffect")
    void understandsEachOption(String options, Function<LinkRequest, Object> field, Object expected) {
        assertThat(field.apply(linkWith(options).request())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "--allow-bpf-trap, ALLOW_BPF_TRAP",
        "--unroll-loops, UNROLL_LOOPS",
        "--ignore-inline-never, IGNORE_INLINE_NEVER",
        "--disable-expand-memcpy-in-order, DISABLE_EXPAND_MEMCPY_IN_ORDER",
        "--disable-memory-builtins, DISABLE_MEMORY_BUILTINS",
        "--keep-dwarf, KEEP_DWARF",
        "--keep-optnone, KEEP_OPTNONE",
        "--inline-all, INLINE_ALL",
        "--unroll-all, UNROLL_ALL",
        "--panic-exit, PANICS_EXIT",
        "-r, RELOCATABLE",
        "--relocatable, RELOCATABLE",
        "--whole-archive, WHOLE_ARCHIVE",
        "--fatal-undefined, FATAL_UNDEFINED",
        "--fatal-errors=false, IGNORE_LLVM_ERRORS",
        "--fatal-errors=true --fatal-errors false, IGNORE_LLVM_ERRORS"
    })
    void turnsSwitchesOn(String options, Switch expected) {
        assertThat(linkWith(options).request().switches()).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--fatal-errors",
                "--fatal-errors=true",
                "--fatal-errors true",
                "--fatal-errors=false --fatal-errors"
            })
    void leavesSwitchesOff(String options) {
        assertThat(linkWith(options).request().switches()).isEmpty();
    }

    @Test
    void takesTheInputAfterABareFatalErrorsAsInput() {
        assertThat(link("--fatal-errors", "a.bc", "-o", "o").request().inputs())
                .containsExactly(Input.of(Path.of("a.bc")));
    }

    @Test
    void takesEverythingAfterTwoDashesAsInput() {
        assertThat(link("-o", "o", "a", "--", "--btf", "-x").request().inputs())
                .extracting(Input::name)
                .containsExactly("a", "--btf", "-x");
    }

    @Test
    void takesADashAndWhatHasQuotesOrBracesAsTheyAre() {
        assertThat(link("-", "'a b'", "${HOME}", "\"q\"", "x=y", "-o", "@none")
                        .request()
                        .inputs())
                .extracting(Input::name)
                .containsExactly("-", "'a b'", "${HOME}", "\"q\"", "x=y");
    }

    @Test
    void understandsTimeAndLogOptions() {
        LinkArguments arguments = linkWith("--time --log-level trace --log-level=DEBUG --log-file a --log-file=b");
        assertThat(arguments.time()).isTrue();
        assertThat(arguments.logLevel()).isEqualTo(LogLevel.DEBUG);
        assertThat(arguments.logFile()).contains(Path.of("b"));
        assertThat(linkWith("").logLevel()).isEqualTo(LogLevel.WARN);
    }

    @Test
    void understandsWhatRustcPasses() {
        LinkRequest request = link(
                        "--export-symbols",
                        "/tmp/rustcX/symbols",
                        "/tmp/rustcX/symbols.o",
                        "prog.0.rcgu.o",
                        "/rust lib/libcore-1.rlib",
                        "/rust lib/libcompiler_builtins-2.rlib",
                        "-L",
                        "/rust lib",
                        "--cpu",
                        "generic",
                        "-o",
                        "target/prog.out",
                        "-O3",
                        "--debug",
                        "--btf",
                        "--cpu=v2")
                .request();
        assertThat(request.inputs())
                .extracting(Input::name)
                .containsExactly(
                        "/tmp/rustcX/symbols.o",
                        "prog.0.rcgu.o",
                        "/rust lib/libcore-1.rlib",
                        "/rust lib/libcompiler_builtins-2.rlib");
        assertThat(request.exportFiles()).containsExactly(Path.of("/tmp/rustcX/symbols"));
        assertThat(request.exports()).isEmpty();
        assertThat(request.output()).contains(Path.of("target/prog.out"));
        assertThat(request.optimization()).isEqualTo(OptimizationLevel.O3);
        assertThat(request.cpu()).isEqualTo("v2");
        assertThat(request.btf()).isTrue();
        assertThat(request.emit()).containsExactly(OutputKind.OBJ);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "in.bc                              | no output",
                "-o out.o                           | no input",
                "in.bc -o                           | -o needs a value: -o FILE",
                "in.bc -o --btf                     | -o needs a value",
                "in.bc -o out.o --cpu               | --cpu needs a value",
                "in.bc -o out.o --cpu=              | --cpu needs a value",
                "in.bc --output=                    | --output needs a value",
                "in.bc -o out.o --export --         | --export needs a value",
                "in.bc -o out.o --btf=yes           | --btf takes no value",
                "in.bc -o out.o --btf=             | --btf takes no value",
                "in.bc -o out.o --kernel new        | --kernel takes a version such as 4.15, not 'new'",
                "in.bc -o out.o --panic-exit=two   | --panic-exit takes a number, not 'two'",
                "in.bc -o out.o --panic-exit=       | --panic-exit needs a value: --panic-exit=VALUE",
                "in.bc -o out.o --bft               | unknown option --bft; did you mean --btf?",
                "in.bc -o out.o --whole-archves=1   | unknown option --whole-archves; did you mean --whole-archive?",
                "in.bc -o out.o --utterly-unknown   | unknown option --utterly-unknown",
                "in.bc -o out.o -x                  | unknown option -x",
                "in.bc -o out.o -rx                 | unknown option -rx",
                "in.bc -o out.o -O4                 | -O knows no level '4'",
                "in.bc -o out.o --emit exe          | --emit knows no 'exe'",
                "in.bc -o out.o --log-level loud    | --log-level knows no 'loud'",
                "in.bc -o out.o --fatal-errors=no   | --fatal-errors is true or false"
            })
    void saysWhatIsWrongWithTheArguments(String arguments, String expected) {
        assertThatThrownBy(() -> link(arguments.split(" ")))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "--export-symbols names.txt in.bc -o out.o -s | unknown option -s",
                "--emit=asm in.bc -o out.o -m                 | unknown option -m",
                "-L libs -x in.bc -o out.o                    | unknown option -x",
                "-L libs -rs in.bc -o out.o                   | unknown option -rs",
                "--whole-archives in.bc -s -o out.o           | unknown option --whole-archives; did you mean"
                        + " --whole-archive?"
            })
    void namesTheOptionThatIsUnknownAndNoOtherThatEndsLikeIt(String arguments, String expected) {
        assertThatThrownBy(() -> link(arguments.split(" "))).hasMessage(expected);
    }
}
