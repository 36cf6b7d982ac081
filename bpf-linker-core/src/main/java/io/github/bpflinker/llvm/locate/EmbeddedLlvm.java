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
 * The LLVM in bytedeco's {@code llvm} jar. Its files are unpacked when they are first asked for, into a folder of the
 * cache that no other version shares: 169 MB, a second or two; afterwards a few files are looked at.
 *
 * <p>The layout is that of an installed LLVM ({@code bin}, {@code lib}), under the names that the files ask each other
 * for; so they find each other without help, and clang its own headers.
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

    /** The one for this host: in the jar named by the environment, else in one on the class path. */
    public static Optional<EmbeddedLlvm> find(LlvmEnvironment environment, CacheFolder cache) {
        Optional<NativesJar> jar = NativesJar.find(environment);
        return jar.isPresent() ? Optional.of(new EmbeddedLlvm(jar.get(), cache)) : Optional.empty();
    }

    /** The version of this LLVM, as the jar has it. Nothing is unpacked for it. */
    public LlvmVersion version() {
        return jar.llvm();
    }

    /** The jar that it comes from. */
    public Path jar() {
        return jar.file();
    }

    /** Where {@link #library} is or will be. Nothing is unpacked for it. */
    public Path plannedLibrary() {
        return folder.planned(NativesFolder.Part.LLVM);
    }

    /**
     * The libLLVM, unpacked.
     *
     * @throws LinkException {@link Problem#LLVM_UNUSABLE} if the jar or the cache does not permit it
     */
    public Path library() {
        return unpacked(NativesFolder.Part.LLVM);
    }

    /**
     * The clang that comes with it, unpacked, and its libLLVM too: clang loads that.
     *
     * @throws LinkException {@link Problem#LLVM_UNUSABLE} if the jar or the cache does not permit it
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
