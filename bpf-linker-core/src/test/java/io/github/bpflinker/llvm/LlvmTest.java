package io.github.bpflinker.llvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.diagnostic.ProcessKey;
import io.github.bpflinker.link.TestLlvm;
import io.github.bpflinker.llvm.locate.EmbeddedLlvm;
import io.github.bpflinker.llvm.locate.LlvmLocator;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LlvmTest {

    @Test
    void aProcessLoadsOneLibraryOnce() {
        Llvm llvm = TestLlvm.load();

        assertThat(TestLlvm.load()).isSameAs(llvm);
        EmbeddedLlvm embedded = LlvmLocator.ofSystem().embedded().orElseThrow();
        assertThat(llvm.version()).isEqualTo(embedded.version());
        assertThat(llvm.library()).isEqualTo(embedded.library());
    }

    @Test
    void anotherLibraryOrOtherOptionsAreForAnotherProcess() {
        Llvm llvm = TestLlvm.load();
        Path other = Path.of("/other/libLLVM.so");

        Diagnostic failure = failure(other, List.of());

        assertThat(failure.problem()).isEqualTo(Problem.LLVM_ALREADY_LOADED);
        assertThat(failure.input()).isEqualTo(other.toString());
        assertThat(failure.payload()).isEqualTo(new ProcessKey(Llvm.key(other, List.of())));
        assertThat(failure.related()).singleElement().satisfies(loaded -> assertThat(loaded)
                .startsWith(llvm.library() + " --"));
        assertThat(failure(llvm.library(), List.of("--unroll-runtime")).problem())
                .isEqualTo(Problem.LLVM_ALREADY_LOADED);
    }

    private static Diagnostic failure(Path library, List<String> options) {
        return catchThrowableOfType(LinkException.class, () -> Llvm.load(library, options))
                .diagnostic();
    }
}
