package io.github.bpflinker.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.input.Input;
import io.github.bpflinker.option.LinkOption;
import io.github.bpflinker.option.OutputKind;
import io.github.bpflinker.option.Provider;
import io.github.bpflinker.option.RequestedLlvm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkerTest {

    private static final String PROGRAM = """
            @LICENSE = global [4 x i8] c"GPL\\00", section "license"
            declare i32 @helper(i32)
            define i32 @pass(ptr %context) section "xdp" { %r = call i32 @helper(i32 2)  ret i32 %r }
            """;

    private static final String HELPER = "define i32 @helper(i32 %x) { ret i32 %x }";

    @TempDir
    Path folder;

    @Test
    void givesTheObjectInMemoryIfNoFileIsAskedFor() throws IOException {
        LinkResult result = Linker.inProcess().link(request().build());

        assertThat(result.outputs()).hasSize(1);
        assertThat(result.outputs().get(0).file()).isEmpty();
        BpfObject object = BpfObject.read("out", result.outputs().get(0).content());
        assertThat(object.functions()).extracting(function -> function.name()).containsExactly("pass");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void writesEveryKindThatIsAskedForFromOneLink() {
        Path output = folder.resolve("prog.o");

        LinkResult result = Linker.inProcess()
                .link(request()
                        .output(output)
                        .emit(OutputKind.OBJ, OutputKind.ASM, OutputKind.LLVM_IR, OutputKind.LLVM_BC)
                        .build());

        assertThat(result.outputs())
                .extracting(LinkResult.Output::kind)
                .containsExactly(OutputKind.OBJ, OutputKind.ASM, OutputKind.LLVM_IR, OutputKind.LLVM_BC);
        assertThat(result.outputs())
                .allSatisfy(written -> assertThat(written.file().orElseThrow()).isNotEmptyFile());
        assertThat(folder.resolve("prog.s")).content().contains("pass:");
        assertThat(folder.resolve("prog.ll")).content().contains("i32 @pass(");
    }

    @Test
    void writesNothingIfTheLinkFails() throws IOException {
        Path output = Files.writeString(folder.resolve("prog.o"), "old");
        LinkRequest request = request()
                .input(input("again", HELPER))
                .output(output)
                .set(LinkOption.LINK_MAP, folder.resolve("map"))
                .build();

        assertProblem(Problem.SYMBOL_DUPLICATE, request);

        assertThat(output).hasContent("old");
        assertThat(folder.resolve("map")).doesNotExist();
    }

    @Test
    void toldOfEachPhaseAsItBeginsAndTimesIt() {
        List<String> begun = new ArrayList<>();

        LinkResult result = Linker.inProcess().link(request().build(), begun::add);

        assertThat(begun).startsWith("read").endsWith("write").doesNotHaveDuplicates();
        assertThat(result.phases()).extracting(LinkResult.PhaseTime::name).containsExactlyElementsOf(begun);
    }

    @Test
    void saysWhichLlvmItUsed() {
        LinkResult.LlvmUsed used =
                Linker.inProcess().link(request().build()).llvm().orElseThrow();

        assertThat(used.provider()).isEqualTo(Provider.EMBEDDED);
        assertThat(used.version().major()).isEqualTo(20);
        assertThat(used.library()).isRegularFile();
    }

    @Test
    void refusesOtherOptionsOnceLlvmHasSome() {
        TestLlvm.load();

        assertProblem(
                Problem.LLVM_ALREADY_LOADED,
                request().set(LinkOption.UNROLL_LOOPS, true).build());
    }

    @Test
    void aRelocatableLinkCanBeLinkedAgain() {
        LinkResult first = Linker.inProcess()
                .link(LinkRequest.builder()
                        .input(input("main", PROGRAM))
                        .llvm(RequestedLlvm.Known.EMBEDDED)
                        .set(LinkOption.RELOCATABLE, true)
                        .build());

        LinkResult second = Linker.inProcess()
                .link(LinkRequest.builder()
                        .input(Input.of("first", first.outputs().get(0).content()))
                        .input(input("helper", HELPER))
                        .llvm(RequestedLlvm.Known.EMBEDDED)
                        .build());

        assertThat(second.outputs().get(0).content())
                .isEqualTo(Linker.inProcess()
                        .link(request().build())
                        .outputs()
                        .get(0)
                        .content());
    }

    @Test
    void severalLinksAtOnceGiveTheSameBytes() throws InterruptedException, ExecutionException {
        ByteBuffer alone =
                Linker.inProcess().link(request().build()).outputs().get(0).content();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<LinkResult>> links = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                links.add(threads.submit(() -> Linker.inProcess().link(request().build())));
            }
            for (Future<LinkResult> link : links) {
                assertThat(link.get().outputs().get(0).content()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void linkMapNamesSymbolsAndTheInputsThatBroughtThem() {
        LinkMap map = Linker.inProcess().link(request().build()).map();

        assertThat(map.inputs()).extracting(LinkMap.LinkedInput::name).containsExactly("main", "helper");
        assertThat(map.symbols())
                .contains(new LinkMap.LinkedSymbol("pass", LinkMap.SymbolKind.FUNCTION, "xdp", "main", true))
                .contains(new LinkMap.LinkedSymbol("LICENSE", LinkMap.SymbolKind.DATA, "license", "main", true));
    }

    @Test
    void namesEveryUndefinedSymbolIfTheseAreFatal() {
        LinkRequest request = LinkRequest.builder()
                .input(input("main", PROGRAM))
                .llvm(RequestedLlvm.Known.EMBEDDED)
                .set(LinkOption.FATAL_UNDEFINED, true)
                .build();

        assertThatThrownBy(() -> Linker.inProcess().link(request))
                .asInstanceOf(InstanceOfAssertFactories.type(LinkException.class))
                .extracting(LinkException::diagnostic)
                .returns(Problem.SYMBOL_UNDEFINED, diagnostic -> diagnostic.problem())
                .returns("helper", diagnostic -> diagnostic.symbol())
                .returns("pass", diagnostic -> diagnostic.function());
    }

    private static LinkRequest.Builder request() {
        return LinkRequest.builder()
                .input(input("main", PROGRAM))
                .input(input("helper", HELPER))
                .llvm(RequestedLlvm.Known.EMBEDDED);
    }

    private static Input input(String name, String ir) {
        return Input.of(name, ByteBuffer.wrap(ir.getBytes(StandardCharsets.UTF_8)));
    }

    private static void assertProblem(Problem problem, LinkRequest request) {
        assertThatThrownBy(() -> Linker.inProcess().link(request))
                .asInstanceOf(InstanceOfAssertFactories.type(LinkException.class))
                .returns(problem, failure -> failure.diagnostic().problem());
    }
}
