package io.github.bpflinker.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.bpflinker.input.Input;
import io.github.bpflinker.link.LinkRequest;
import io.github.bpflinker.option.Cpu;
import io.github.bpflinker.option.LinkOption;
import io.github.bpflinker.option.LogLevel;
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

class LinkLineTest {

    private static LinkRequest link(String... arguments) {
        return LinkLine.parse(List.of(arguments)).request();
    }

    private static LinkRequest linkWith(String options) {
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
                with("", LinkRequest::cpu, Cpu.GENERIC),
                with("--cpu v3", LinkRequest::cpu, Cpu.V3),
                with("--cpu=v3 --cpu=v1", LinkRequest::cpu, Cpu.V1),
                with("--cpu-features +alu32,-dwarfris", LinkRequest::cpuFeatures, "+alu32,-dwarfris"),
                with("--cpu-features -alu32", LinkRequest::cpuFeatures, "-alu32"),
                with("--cpu-features=+alu32 --cpu-features=", LinkRequest::cpuFeatures, ""),
                with("-o second.o", LinkRequest::output, Optional.of(Path.of("second.o"))),
                with("-osecond.o", LinkRequest::output, Optional.of(Path.of("second.o"))),
                with("-o=second.o", LinkRequest::output, Optional.of(Path.of("second.o"))),
                with("-ro second.o", LinkRequest::output, Optional.of(Path.of("second.o"))),
                with("-rosecond.o", value(LinkOption.RELOCATABLE), Optional.of(true)),
                with("-rO=3", LinkRequest::optimization, OptimizationLevel.O3),
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
                with(
                        "--export-symbols s --export-symbols=t",
                        value(LinkOption.EXPORT_SYMBOLS),
                        Optional.of(Path.of("t"))),
                with("", LinkRequest::llvm, RequestedLlvm.AUTO),
                with("--llvm rustc", LinkRequest::llvm, RequestedLlvm.Known.RUSTC),
                with("--llvm=system --llvm=embedded", LinkRequest::llvm, RequestedLlvm.Known.EMBEDDED),
                with("--llvm=/l/libLLVM.so", LinkRequest::llvm, new RequestedLlvm.AtPath(Path.of("/l/libLLVM.so"))),
                with("--llvm-args=--x=1,--y", LinkRequest::llvmArgs, List.of("--x=1", "--y")),
                with("--llvm-args a,b --llvm-args=c", LinkRequest::llvmArgs, List.of("a", "b", "c")),
                with("--llvm-args --x=1", LinkRequest::llvmArgs, List.of("--x=1")),
                with("--kernel 4.15", value(LinkOption.KERNEL), Optional.of(new KernelVersion(4, 15))),
                with("--panic-exit", value(LinkOption.PANIC_EXIT), Optional.of(0)),
                with("--panic-exit=2", value(LinkOption.PANIC_EXIT), Optional.of(2)),
                with("--panic-exit=-1", value(LinkOption.PANIC_EXIT), Optional.of(-1)),
                with("--panic-exit=2 --panic-exit", value(LinkOption.PANIC_EXIT), Optional.of(0)),
                with(
                        "--panic-exit 2",
                        LinkRequest::inputs,
                        List.of(Input.of(Path.of("in.bc")), Input.of(Path.of("2")))),
                with("--dump-module d", value(LinkOption.DUMP_MODULE), Optional.of(Path.of("d"))),
                with("--link-map=m", value(LinkOption.LINK_MAP), Optional.of(Path.of("m"))),
                with("-L dir -Ldir -L=dir", LinkRequest::inputs, List.of(Input.of(Path.of("in.bc")))),
                with("-flavor gnu --flavor=bpf --debug", LinkRequest::inputs, List.of(Input.of(Path.of("in.bc")))));
    }

    private static <T> Arguments with(String options, Function<LinkRequest, T> field, Object expected) {
        return arguments(options, field, expected);
    }

    private static <T> Function<LinkRequest, Optional<T>> value(LinkOption<T> option) {
        return request -> request.get(option);
    }

    private static List<OutputKind> kinds(String... names) {
        return Stream.of(names)
                .flatMap(name -> OutputKind.ofOptionName(name).stream())
                .toList();
    }

    @ParameterizedTest(name = "[{0}] gives {2}")
    @MethodSource("optionsAndTheirEffect")
    void understandsEachOption(String options, Function<LinkRequest, Object> field, Object expected) {
        assertThat(field.apply(linkWith(options))).isEqualTo(expected);
    }

    @Test
    void turnsOnEveryOptionThatIsOnOrOff() {
        for (LinkOption<?> option : LinkOption.all()) {
            if (option.shape() == LinkOption.Shape.FLAG && option != LinkOption.HELP && option != LinkOption.VERSION) {
                for (String spelling : option.spellings()) {
                    LinkRequest request = linkWith(spelling);
                    assertThat(request.get(option)).as(spelling).isEqualTo(Optional.of(true));
                    assertThat(request.options().toArguments()).contains(option.name());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--fatal-errors=false", "--fatal-errors=true --fatal-errors false"})
    void errorsOfLlvmCanBeIgnored(String options) {
        assertThat(linkWith(options).get(LinkOption.FATAL_ERRORS)).contains(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--fatal-errors",
                "--fatal-errors=true",
                "--fatal-errors true",
                "--fatal-errors=false --fatal-errors"
            })
    void errorsOfLlvmCount(String options) {
        assertThat(linkWith(options).get(LinkOption.FATAL_ERRORS)).contains(true);
    }

    /** Whatever is asked for here can be asked of a worker. */
    @ParameterizedTest(name = "[{0}]")
    @MethodSource("optionsAndTheirEffect")
    void writesTheArgumentsThatAskForTheSame(String options, Function<LinkRequest, Object> field, Object expected) {
        LinkRequest request = linkWith(options);

        LinkRequest again = link(request.toArguments().toArray(String[]::new));

        assertThat(again).isEqualTo(request);
        assertThat(field.apply(again)).isEqualTo(expected);
    }

    @Test
    void noExportAtAllCanBeAskedOfAWorker() {
        LinkRequest request = LinkRequest.builder()
                .input(Path.of("a.bc"))
                .output(Path.of("a.o"))
                .exports(List.of())
                .build();

        assertThat(link(request.toArguments().toArray(String[]::new))).isEqualTo(request);
    }

    @Test
    void takesTheInputAfterABareFatalErrorsAsInput() {
        assertThat(link("--fatal-errors", "a.bc", "-o", "o").inputs()).containsExactly(Input.of(Path.of("a.bc")));
    }

    @Test
    void takesEverythingAfterTwoDashesAsInput() {
        assertThat(link("-o", "o", "a", "--", "--btf", "-x").inputs())
                .extracting(Input::name)
                .containsExactly("a", "--btf", "-x");
    }

    @Test
    void takesADashAndWhatHasQuotesOrBracesAsTheyAre() {
        assertThat(link("-", "'a b'", "${HOME}", "\"q\"", "x=y", "-o", "@none").inputs())
                .extracting(Input::name)
                .containsExactly("-", "'a b'", "${HOME}", "\"q\"", "x=y");
    }

    @Test
    void understandsTimeAndLogOptions() {
        LinkRequest request = linkWith("--time --log-level trace --log-level=DEBUG --log-file a --log-file=b");
        assertThat(request.has(LinkOption.TIME)).isTrue();
        assertThat(request.get(LinkOption.LOG_LEVEL)).contains(LogLevel.DEBUG);
        assertThat(request.get(LinkOption.LOG_FILE)).contains(Path.of("b"));
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
                "--cpu=v2");
        assertThat(request.inputs())
                .extracting(Input::name)
                .containsExactly(
                        "/tmp/rustcX/symbols.o",
                        "prog.0.rcgu.o",
                        "/rust lib/libcore-1.rlib",
                        "/rust lib/libcompiler_builtins-2.rlib");
        assertThat(request.get(LinkOption.EXPORT_SYMBOLS)).contains(Path.of("/tmp/rustcX/symbols"));
        assertThat(request.exports()).isEmpty();
        assertThat(request.output()).contains(Path.of("target/prog.out"));
        assertThat(request.optimization()).isEqualTo(OptimizationLevel.O3);
        assertThat(request.cpu()).isEqualTo(Cpu.V2);
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
                "in.bc -o=                          | -o needs a value: -o=FILE",
                "in.bc -ro                          | -o needs a value: -o FILE",
                "in.bc -o out.o -r=yes              | -r takes no value, not even 'yes'",
                "in.bc -o out.o --fatal-errors=     | --fatal-errors is true or false, not ''",
                "in.bc -o out.o --bft               | unknown option --bft; did you mean --btf?",
                "in.bc -o out.o --whole-archves=1   | unknown option --whole-archves; did you mean --whole-archive?",
                "in.bc -o out.o --utterly-unknown   | unknown option --utterly-unknown",
                "in.bc -o out.o -x                  | unknown option -x",
                "in.bc -o out.o -rx                 | unknown option -rx",
                "in.bc -o out.o -O4                 | -O does not accept '4': use 0, 1, 2, 3, s or z",
                "in.bc -o out.o --emit exe          | --emit does not accept 'exe': use llvm-bc, asm, llvm-ir or obj",
                "in.bc -o out.o --log-level loud    | --log-level does not accept 'loud'",
                "in.bc -o out.o --cpu v9            | --cpu does not accept 'v9': use generic, v1, v2, v3, v4 or probe",
                "in.bc -o out.o --unloadable=no     | --unloadable does not accept 'no': use warn, error or allow",
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
