package io.github.bpflinker.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
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
    void argumentsOfBothMachinesAreRead() {
        ByteBuffer x86 = ByteBuffer.wrap(
                        UsdtArguments.parse("t", "-4@-20(%rbp) 1@%sil 8@%r10 -2@$-9 4@(%rax)", 7, Architecture.X86_64))
                .order(ByteOrder.nativeOrder());
        assertThat(x86.getLong(0)).isEqualTo(-20);
        assertThat(x86.getInt(8)).isEqualTo(2);
        assertThat(x86.getShort(12)).isEqualTo((short) 32);
        assertThat(x86.get(14)).isEqualTo((byte) 1);
        assertThat(x86.get(15)).isEqualTo((byte) 32);
        assertThat(x86.getShort(16 + 12)).isEqualTo((short) 104);
        assertThat(x86.get(16 + 15)).isEqualTo((byte) 56);
        assertThat(x86.getShort(32 + 12)).isEqualTo((short) 56);
        assertThat(x86.getLong(48)).isEqualTo(-9);
        assertThat(x86.getShort(64 + 12)).isEqualTo((short) 80);
        assertThat(x86.getLong(192)).isEqualTo(7);
        assertThat(x86.getShort(200)).isEqualTo((short) 5);
        ByteBuffer arm = ByteBuffer.wrap(
                        UsdtArguments.parse("t", "-4@[sp, 60] 8@x5 4@11 8@[x1]", 0, Architecture.AARCH64))
                .order(ByteOrder.nativeOrder());
        assertThat(arm.getLong(0)).isEqualTo(60);
        assertThat(arm.getShort(12)).isEqualTo((short) 248);
        assertThat(arm.getShort(16 + 12)).isEqualTo((short) 40);
        assertThat(arm.getLong(32)).isEqualTo(11);
        assertThat(arm.getInt(48 + 8)).isEqualTo(2);
        assertThatThrownBy(() -> UsdtArguments.parse("t", "8@foo(%rip)", 0, Architecture.X86_64))
                .hasMessageContaining("argument '8@foo(%rip)' of t is somewhere that programs can't read it");
    }
}
