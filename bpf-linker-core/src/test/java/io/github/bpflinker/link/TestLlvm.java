package io.github.bpflinker.link;

import io.github.bpflinker.diagnostic.Severity;
import io.github.bpflinker.llvm.Context;
import io.github.bpflinker.llvm.Llvm;
import io.github.bpflinker.llvm.locate.LlvmLocator;
import io.github.bpflinker.option.RequestedLlvm;
import java.nio.file.Path;
import java.util.List;

/**
 * The LLVM of this JVM: the embedded one, with the options that a plain request gives it. A JVM has only one, so tests
 * in process use no other.
 */
public final class TestLlvm {

    private TestLlvm() {}

    /** A context that collects errors and warnings. */
    public static Context newContext() {
        return new Context(load(), Severity.WARNING);
    }

    public static Llvm load() {
        Path library = LlvmLocator.ofSystem()
                .select(RequestedLlvm.Known.EMBEDDED, List.of())
                .chosen()
                .library();
        LinkRequest plain = LinkRequest.builder().input(Path.of("unused")).build();
        return Llvm.load(library, LlvmOptions.of(plain));
    }
}
