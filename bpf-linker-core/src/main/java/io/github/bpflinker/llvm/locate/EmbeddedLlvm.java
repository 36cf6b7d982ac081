package io.github.bpflinker.llvm.locate;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.file.SystemReason;
import io.github.bpflinker.version.LlvmVersion;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The LLVM in bytedeco's {@code llvm} jar. Its files are unpacked on first use into a version-specific directory of the
 * cache (169 MB, one or two seconds); later uses only check the status of a few files.
 *
 * <p>The layout is that of an installed LLVM ({@code bin}, {@code lib}) with the file names that the libraries
 * reference, so that they find each other, and clang its headers, without configuration.
 */
public final class EmbeddedLlvm {

    private static final String OTHER_CACHE = "; set " + CacheFolderChoice.VARIABLE + " to another folder";

    private final NativesJar jar;
    private final CacheFolder cache;
    private final NativesFolder folder;
    private final boolean linux;

    private EmbeddedLlvm(NativesJar jar, CacheFolder cache) {
        this.jar = jar;
        this.cache = cache;
        this.folder = new NativesFolder(jar, cache);
        this.linux = jar.host().isLinux();
    }

    /** Finds the LLVM for this host, in the jar named by the environment or on the class path. */
    public static Optional<EmbeddedLlvm> find(LlvmEnvironment environment, CacheFolder cache) {
        Optional<NativesJar> jar = NativesJar.find(environment);
        return jar.isPresent() ? Optional.of(new EmbeddedLlvm(jar.get(), cache)) : Optional.empty();
    }

    /** The version of this LLVM, from the jar's name. Does not unpack anything. */
    public LlvmVersion version() {
        return jar.llvm();
    }

    /** The jar that contains it. */
    public Path jar() {
        return jar.file();
    }

    /** The path of {@link #library}, unpacked or not. */
    public Path plannedLibrary() {
        return folder.planned(NativesFolder.Part.LLVM);
    }

    /**
     * Returns the libLLVM, unpacked if necessary.
     *
     * @throws LinkException {@link Problem#LLVM_UNUSABLE} if the jar can't be read or the cache can't be written
     */
    public Path library() {
        return unpacked(NativesFolder.Part.LLVM);
    }

    /**
     * Returns the clang of this LLVM, unpacked if necessary with the libLLVM that it loads.
     *
     * @throws LinkException {@link Problem#LLVM_UNUSABLE} if the jar can't be read or the cache can't be written
     */
    public EmbeddedClang clang() {
        library();
        Path executable = unpacked(NativesFolder.Part.CLANG);
        return new EmbeddedClang(executable, folder.libraries(), version(), linux);
    }

    private Path unpacked(NativesFolder.Part part) {
        Optional<String> mount = cache.mountWithoutExecution();
        if (mount.isPresent()) {
            throw unusable(part, "'" + mount.get() + "' is mounted noexec" + OTHER_CACHE, null);
        }
        try {
            return folder.unpacked(part);
        } catch (ZipException | FileNotFoundException e) {
            throw unusable(part, SystemReason.of(e) + "; get the jar anew", e);
        } catch (IOException e) {
            throw unusable(part, SystemReason.of(e) + OTHER_CACHE, e);
        }
    }

    private LinkException unusable(NativesFolder.Part part, String reason, @Nullable Exception cause) {
        return new LinkException(
                Diagnostic.error(Problem.LLVM_UNUSABLE)
                        .withInput(jar.file().toString())
                        .withDetail("can't be unpacked to " + folder.planned(part) + ": " + reason),
                cause);
    }
}
