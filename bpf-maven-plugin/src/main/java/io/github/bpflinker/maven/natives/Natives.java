package io.github.bpflinker.maven.natives;

import io.github.bpflinker.cli.DiagnosticText;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.llvm.locate.CacheFolder;
import io.github.bpflinker.llvm.locate.EmbeddedClang;
import io.github.bpflinker.llvm.locate.EmbeddedLlvm;
import io.github.bpflinker.llvm.locate.LlvmEnvironment;
import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.Reason;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The LLVM and clang that come from Maven Central. Nothing is fetched before it is asked for. Thread-safe. */
public final class Natives {

    private final String version;
    private final Supplier<Path> fetch;
    private @Nullable Path jar;
    private @Nullable EmbeddedClang clang;

    /**
     * @param version the Maven version of {@code org.bytedeco:llvm}
     * @param fetch gets the jar for this machine; may throw a {@link BuildFailure}
     */
    public Natives(String version, Supplier<Path> fetch) {
        this.version = version;
        this.fetch = fetch;
    }

    /** Their Maven version, which begins with LLVM's. */
    public String version() {
        return version;
    }

    /** Which natives these are. Fetches nothing. */
    public String identity() {
        return version + " " + LlvmEnvironment.ofSystem().host().classifier();
    }

    /** Their jar, fetched if need be. */
    public synchronized Path jar() {
        if (jar == null) {
            jar = fetch.get();
        }
        return jar;
    }

    /** The jar, if it was needed before or is easily had; a link that can do with another LLVM goes on without. */
    public synchronized Optional<Path> jarIfAvailable() {
        try {
            return Optional.of(jar());
        } catch (BuildFailure e) {
            return Optional.empty();
        }
    }

    /** Their clang, unpacked if need be. */
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
                    .orElseThrow(() -> new BuildFailure(
                            Reason.HOST_WITHOUT_NATIVES, environment.host().classifier()))
                    .clang();
        } catch (LinkException e) {
            String why = e.diagnostic().problem() == Problem.LLVM_UNUSABLE
                    ? String.valueOf(e.diagnostic().detail())
                    : DiagnosticText.sentence(e.diagnostic());
            throw new BuildFailure(Reason.NATIVES_UNUSABLE, e, List.of(jar().toString(), why));
        }
    }
}
