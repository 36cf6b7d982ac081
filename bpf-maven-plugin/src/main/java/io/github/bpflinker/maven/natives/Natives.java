package io.github.bpflinker.maven.natives;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.llvm.locate.CacheFolder;
import io.github.bpflinker.llvm.locate.EmbeddedClang;
import io.github.bpflinker.llvm.locate.EmbeddedLlvm;
import io.github.bpflinker.llvm.locate.LlvmEnvironment;
import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.MachineReason;
import io.github.bpflinker.maven.messages.LinkFindings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The LLVM and clang from Maven Central, downloaded on demand. Thread-safe. */
public final class Natives {

    private final String version;
    private final Supplier<Path> fetch;
    private @Nullable Path jar;
    private @Nullable EmbeddedClang clang;

    /**
     * @param version the Maven version of {@code org.bytedeco:llvm}
     * @param fetch resolves the jar for this machine; can throw {@link BuildFailure}
     */
    public Natives(String version, Supplier<Path> fetch) {
        this.version = version;
        this.fetch = fetch;
    }

    /** The Maven version, which begins with LLVM's. */
    public String version() {
        return version;
    }

    /** Identifies the natives. Does not download anything. */
    public String identity() {
        return version + " " + LlvmEnvironment.ofSystem().host().classifier();
    }

    /** Returns the jar, downloaded if necessary. */
    public synchronized Path jar() {
        if (jar == null) {
            jar = fetch.get();
        }
        return jar;
    }

    /** Returns the jar if it can be resolved; empty otherwise, so that a link can use another LLVM. */
    public synchronized Optional<Path> jarIfAvailable() {
        try {
            return Optional.of(jar());
        } catch (BuildFailure e) {
            return Optional.empty();
        }
    }

    /** Returns clang, unpacked if necessary. */
    public synchronized EmbeddedClang clang() {
        if (clang == null) {
            LlvmEnvironment system = LlvmEnvironment.ofSystem();
            LlvmEnvironment environment = new LlvmEnvironment(
                    system.variables(),
                    system.host(),
                    system.root(),
                    system.home(),
                    system.temporary(),
                    system.libraryPath(),
                    system.classPath(),
                    system.classLoaders(),
                    Optional.of(jar()));
            clang = unpack(environment);
        }
        return clang;
    }

    private EmbeddedClang unpack(LlvmEnvironment environment) {
        try {
            return EmbeddedLlvm.find(environment, CacheFolder.of(environment))
                    .orElseThrow(() -> new BuildFailure(new MachineReason.HostWithoutNatives(
                            environment.host().classifier())))
                    .clang();
        } catch (LinkException e) {
            String why = e.diagnostic().problem() == Problem.LLVM_UNUSABLE
                    ? String.valueOf(e.diagnostic().detail())
                    : LinkFindings.sentence(e.diagnostic());
            throw new BuildFailure(new MachineReason.NativesUnusable(jar().toString(), why), e);
        }
    }
}
