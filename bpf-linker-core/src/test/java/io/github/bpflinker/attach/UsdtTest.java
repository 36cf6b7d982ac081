package io.github.bpflinker.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import io.github.bpflinker.attach.UsdtArgument.Kind;
import io.github.bpflinker.load.LoadedObject;
import io.github.bpflinker.load.syscall.Architecture;
import io.github.bpflinker.testing.Command;
import io.github.bpflinker.testing.Root;
import io.github.bpflinker.testing.Tool;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsdtTest {

    private static final Path SOURCE =
            Path.of("src/test/resources/attach/traced.c").toAbsolutePath();

    @TempDir
    private Path folder;

    private String library() {
        Root.require();
        Tool.BINUTILS.require();
        Path library = folder.resolve("libtraced.so");
        Command.run(
                        folder,
                        List.of(
                                Tool.CLANG_19.require().toString(),
                                "-shared",
                                "-fPIC",
                                "-nostdlib",
                                "-O1",
                                SOURCE.toString(),
                                "-o",
                                library.toString()))
                .orFail();
        return library.toString();
    }

    @Test
    void programSeesArgumentsAndLibraryItsListener() {
        String library = library();
        NativeLibrary loaded = NativeLibrary.getInstance(library);
        try (LoadedObject object = Objects.loader("usdt", "on_step").load()) {
            Function step = loaded.getFunction("step");
            Function listeners = loaded.getFunction("listeners");
            assertThat(listeners.invokeInt(new Object[0])).isZero();
            try (BpfLink link = Attach.usdt(
                    object,
                    object.program("on_step"),
                    library,
                    UsdtOptions.of("demo", "step").cookie(99))) {
                assertThat(listeners.invokeInt(new Object[0])).isEqualTo(1);
                assertThat(step.invokeInt(new Object[] {-5, 1L << 40})).isEqualTo(-4);
                assertThat(Objects.hits(object)).isEqualTo(1);
                assertThat(Objects.result(object, 1)).isEqualTo(3);
                assertThat(Objects.result(object, 2)).isEqualTo(-5);
                assertThat(Objects.result(object, 3)).isEqualTo(1L << 40);
                assertThat(Objects.result(object, 4)).isEqualTo(-7);
                assertThat(Objects.result(object, 5)).isEqualTo(99);
                assertThat(link.target()).contains("USDT").contains("demo:step");
            }
            assertThat(listeners.invokeInt(new Object[0])).isZero();
            step.invokeInt(new Object[] {1, 1L});
            assertThat(Objects.hits(object)).isEqualTo(1);
        } finally {
            loaded.close();
        }
    }

    @Test
    void otherSemaphoreAtALivePlaceIsRefused() {
        String library = library();
        NativeLibrary loaded = NativeLibrary.getInstance(library);
        try (LoadedObject usdt = Objects.loader("usdt", "on_step").load();
                LoadedObject plain = Objects.loader("probes", "at_entry").load();
                BpfLink link = Attach.usdt(usdt, usdt.program("on_step"), library, UsdtOptions.of("demo", "step"))) {
            UsdtSite site = UsdtSite.of(CodeFile.read(Path.of(library))).get(0);
            assertThat(site.semaphore()).isPositive();
            assertThatThrownBy(() ->
                            Attach.uprobe(plain.program("at_entry"), library, UprobeOptions.offset(site.offset())))
                    .isInstanceOfSatisfying(
                            AttachException.class, e -> assertThat(e.errno()).hasValue(22))
                    .hasMessageContaining("a probe with another semaphore (or none) is live at the same place");
            assertThat(link.target()).contains("demo:step");
        } finally {
            loaded.close();
        }
    }

    @Test
    void unknownTracepointNamesTheOthers() {
        String library = library();
        try (LoadedObject object = Objects.loader("usdt", "on_step").load()) {
            assertThatThrownBy(() ->
                            Attach.usdt(object, object.program("on_step"), library, UsdtOptions.of("demo", "stepp")))
                    .isInstanceOf(AttachException.class)
                    .hasMessageContaining("has no tracepoint demo:stepp; did you mean demo:step?");
            assertThatThrownBy(() ->
                            Attach.usdt(object, object.program("on_step"), "libc.so.6", UsdtOptions.of("demo", "step")))
                    .hasMessageContaining("has no tracepoint demo:step");
        }
    }

    @Test
    void programSeesElementsOfArraysThatTheCompilerLeftInMemory() {
        String library = library();
        NativeLibrary loaded = NativeLibrary.getInstance(library);
        try (LoadedObject object = Objects.loader("usdt_indexed", "on_look").load();
                Memory numbers = new Memory(3 * Integer.BYTES);
                Memory bytes = new Memory(2)) {
            numbers.write(0, new int[] {10, -20, -30}, 0, 3);
            bytes.write(0, new byte[] {4, -5}, 0, 2);
            try (BpfLink link =
                    Attach.usdt(object, object.program("on_look"), library, UsdtOptions.of("demo", "look"))) {
                loaded.getFunction("look").invokeInt(new Object[] {numbers, 1L, bytes});
                assertThat(link.target()).contains("demo:look");
            }
            assertThat(Objects.hits(object)).isEqualTo(1);
            assertThat(Objects.result(object, 1)).isEqualTo(-30);
            assertThat(Objects.result(object, 2)).isEqualTo(-5);
            assertThat(Objects.result(object, 3)).isEqualTo(1);
            assertThat(Objects.result(object, 4)).isEqualTo(Integer.BYTES);
        } finally {
            loaded.close();
        }
    }

    @Test
    void headerWithoutIndexRegistersIsNamed() {
        assumeThat(Architecture.ofSystem()).isEqualTo(Architecture.X86_64);
        String library = library();
        try (LoadedObject object = Objects.loader("usdt_plain", "on_look").load()) {
            assertThatThrownBy(() ->
                            Attach.usdt(object, object.program("on_look"), library, UsdtOptions.of("demo", "look")))
                    .isInstanceOf(AttachException.class)
                    .hasMessageContaining("need an index register")
                    .hasMessageContaining("compile its source with the usdt.bpf.h of libbpf 1.7 or newer");
        }
    }

    @Test
    void placesWithEqualArgumentsShareADescription() {
        String library = library();
        NativeLibrary loaded = NativeLibrary.getInstance(library);
        try (LoadedObject object = Objects.loader("usdt_plain", "on_look").load();
                BpfLink link =
                        Attach.usdt(object, object.program("on_look"), library, UsdtOptions.of("demo", "often"))) {
            loaded.getFunction("often").invokeInt(new Object[] {7L});
            assertThat(link.target()).contains("demo:often");
            assertThat(Objects.hits(object)).isEqualTo(300);
            assertThat(Objects.result(object, 1)).isEqualTo(7);
        } finally {
            loaded.close();
        }
    }

    @Test
    void argumentsOfX86AreRead() {
        assertThat(x86("-4@-20(%rbp) 1@%sil 8@%r10 -2@$-9 4@(%rax)"))
                .containsExactly(
                        new UsdtArgument(Kind.MEMORY, 4, true, -20, 32, 0, 0),
                        new UsdtArgument(Kind.REGISTER, 1, false, 0, 104, 0, 0),
                        new UsdtArgument(Kind.REGISTER, 8, false, 0, 56, 0, 0),
                        new UsdtArgument(Kind.CONSTANT, 2, true, -9, 0, 0, 0),
                        new UsdtArgument(Kind.MEMORY, 4, false, 0, 80, 0, 0));
        assertThat(x86("8@-16(%rbp,%rax,8) 8@(%rax,%rbx,4) 1@-96(%rbp,%rax) 1@(%rbp, %rax)"))
                .containsExactly(
                        new UsdtArgument(Kind.INDEXED, 8, false, -16, 32, 80, 3),
                        new UsdtArgument(Kind.INDEXED, 8, false, 0, 80, 40, 2),
                        new UsdtArgument(Kind.INDEXED, 1, false, -96, 32, 80, 0),
                        new UsdtArgument(Kind.INDEXED, 1, false, 0, 32, 80, 0));
        assertThat(x86("8@$18446744073709551615 8@$-9223372036854775808 8@$0x10"))
                .extracting(UsdtArgument::value)
                .containsExactly(-1L, Long.MIN_VALUE, 16L);
        assertThat(x86("")).isEmpty();
        assertThat(x86(":")).isEmpty();
    }

    @Test
    void argumentsOfAarch64AreRead() {
        assertThat(UsdtArguments.parse("t", "-4@[sp, 60] 8@x5 4@11 8@[x1]", Architecture.AARCH64))
                .containsExactly(
                        new UsdtArgument(Kind.MEMORY, 4, true, 60, 248, 0, 0),
                        new UsdtArgument(Kind.REGISTER, 8, false, 0, 40, 0, 0),
                        new UsdtArgument(Kind.CONSTANT, 4, false, 11, 0, 0, 0),
                        new UsdtArgument(Kind.MEMORY, 8, false, 0, 8, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8@foo(%rip)",
                "8f@%xmm0",
                "4@%eax,",
                "16@%rax",
                "3@%eax",
                "99999999999@%rax",
                "8@(%rax,%rbx,3)",
                "8@(,%rbx,4)",
                "8@-8(%rax,%xmm0,4)",
                "nonsense"
            })
    void argumentThatCantBeDescribedIsNamed(String argument) {
        assertThatThrownBy(() -> x86("4@%edi " + argument + " 8@%rsi"))
                .isInstanceOf(AttachException.class)
                .hasMessageContaining("argument '" + argument + "' of t is somewhere that programs can't read it");
    }

    private static List<UsdtArgument> x86(String text) {
        return UsdtArguments.parse("t", text, Architecture.X86_64);
    }

    @Test
    void descriptionsOfLibbpf16AreLaidOutAsItFillsThem() {
        ByteBuffer spec = spec(208, "-4@-20(%rbp) 1@%sil");
        assertThat(spec.getLong(0)).isEqualTo(-20);
        assertThat(spec.getInt(8)).isEqualTo(2);
        assertThat(spec.getShort(12)).isEqualTo((short) 32);
        assertThat(spec.get(14)).isEqualTo((byte) 1);
        assertThat(spec.get(15)).isEqualTo((byte) 32);
        assertThat(spec.getInt(16 + 8)).isEqualTo(1);
        assertThat(spec.getShort(16 + 12)).isEqualTo((short) 104);
        assertThat(spec.get(16 + 15)).isEqualTo((byte) 56);
        assertThat(spec.getLong(192)).isEqualTo(7);
        assertThat(spec.getShort(200)).isEqualTo((short) 2);
    }

    @Test
    void descriptionsOfLibbpf17AreLaidOutAsItFillsThem() {
        ByteBuffer spec = spec(304, "-4@-20(%rbp) 8@-16(%rdx,%rax,8)");
        assertThat(spec.getLong(0)).isEqualTo(-20);
        assertThat(spec.get(8)).isEqualTo((byte) 2);
        assertThat(spec.getShort(14)).isEqualTo((short) 32);
        assertThat(spec.get(16)).isEqualTo((byte) 1);
        assertThat(spec.get(17)).isEqualTo((byte) 32);
        assertThat(spec.getLong(24)).isEqualTo(-16);
        assertThat(spec.get(24 + 8)).isEqualTo((byte) 3);
        assertThat(spec.getShort(24 + 10) & 0xfff).isEqualTo(80);
        assertThat((spec.getShort(24 + 10) & 0xffff) >> 12).isEqualTo(3);
        assertThat(spec.getShort(24 + 14)).isEqualTo((short) 96);
        assertThat(spec.get(24 + 17)).isEqualTo((byte) 0);
        assertThat(spec.getLong(288)).isEqualTo(7);
        assertThat(spec.getShort(296)).isEqualTo((short) 2);
    }

    private static ByteBuffer spec(int size, String text) {
        byte[] bytes = UsdtLayout.ofSize(size).orElseThrow().write(x86(text), 7);
        assertThat(bytes).hasSize(size);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
