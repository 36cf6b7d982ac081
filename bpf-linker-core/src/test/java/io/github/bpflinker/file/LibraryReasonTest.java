package io.github.bpflinker.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LibraryReasonTest {

    private static final String MAPPED_NOWHERE = """
            Unable to load library '/l/libLLVM.so':
            /l/libLLVM.so: failed to map segment from shared object
            /l/libLLVM.so: failed to map segment from shared object
            Native library (l/libLLVM.so) not found in resource path (/l/a.jar:/l/b.jar)""";

    @Test
    @EnabledOnOs(OS.LINUX)
    void isWhatTheLoaderSays(@TempDir Path folder) throws IOException {
        Path library = Files.writeString(folder.resolve("libLLVM.so"), "x".repeat(4096));
        Throwable error = catchThrowable(() -> NativeLibrary.getInstance(library.toString()));
        assertThat(LibraryReason.of(library.toString(), error)).isEqualTo("invalid ELF header");
    }

    @Test
    void namesTheLimitsThatKeepALibraryOutOfMemory() {
        assertThat(LibraryReason.of("/l/libLLVM.so", new UnsatisfiedLinkError(MAPPED_NOWHERE)))
                .startsWith("failed to map segment from shared object (the limit of memory, see ulimit -v")
                .doesNotContain("/l/");
    }

    @Test
    void isTheWholeMessageOfAnotherKind() {
        assertThat(LibraryReason.of("/l/libLLVM.so", new UnsatisfiedLinkError("no function LLVMContextCreate")))
                .isEqualTo("no function LLVMContextCreate");
    }
}
