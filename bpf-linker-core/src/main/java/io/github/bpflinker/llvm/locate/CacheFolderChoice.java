package io.github.bpflinker.llvm.locate;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.file.SystemReason;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Chooses the cache directory: the requested one or, if libraries can't be loaded from there, another one. */
final class CacheFolderChoice {

    /** The environment variable with the path of the cache directory. */
    static final String VARIABLE = "BPF_LINKER_CACHE";

    private static final String CACHES = "XDG_CACHE_HOME";

    private static final FileAttribute<?> ONLY_ME =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final LlvmEnvironment environment;
    private final Optional<FileTrustPolicy> owner;

    private CacheFolderChoice(LlvmEnvironment environment, Optional<FileTrustPolicy> owner) {
        this.environment = environment;
        this.owner = owner;
    }

    /** @throws LinkException {@link Problem#CACHE_UNUSABLE} if no directory can be used */
    static CacheFolder of(LlvmEnvironment environment) {
        try {
            return new CacheFolderChoice(environment, FileTrustPolicy.ofProcess()).choose();
        } catch (IOException e) {
            throw unusable(SystemReason.of(e), e);
        }
    }

    private CacheFolder choose() throws IOException {
        Path wanted = wanted();
        try {
            Optional<String> objection = create(wanted);
            if (objection.isPresent()) {
                return elsewhere(wanted, objection.get());
            }
            closeToOthers(wanted);
        } catch (IOException e) {
            return environment.ownVariable(VARIABLE).isPresent()
                            || environment.folderVariable(CACHES).isPresent()
                    ? elsewhere(wanted, SystemReason.of(e))
                    : new CacheFolder(temporary(SystemReason.of(e)), owner, null);
        }
        Optional<String> mount = MountOptions.withoutExecution(wanted);
        if (mount.isPresent()
                && MountOptions.withoutExecution(environment.temporary()).isEmpty()) {
            return elsewhere(wanted, "'" + mount.get() + "' is mounted noexec");
        }
        return new CacheFolder(wanted, owner, null);
    }

    private CacheFolder elsewhere(Path wanted, String reason) throws IOException {
        Path folder = temporary("'" + wanted + "': " + reason);
        return new CacheFolder(
                folder,
                owner,
                Diagnostic.warning(Problem.CACHE_UNUSABLE)
                        .withInput(wanted.toString())
                        .withDetail(reason)
                        .withRelated(List.of(folder.toString())));
    }

    private static LinkException unusable(String reason, @Nullable Exception cause) {
        return new LinkException(Diagnostic.error(Problem.CACHE_UNUSABLE).withDetail(reason), cause);
    }

    private Path wanted() {
        Optional<Path> named = environment.ownVariable(VARIABLE);
        if (named.isPresent()) {
            return named.get().toAbsolutePath().normalize();
        }
        Path home = environment.home();
        Path caches =
                switch (environment.host().os()) {
                    case LINUX -> environment.folderVariable(CACHES).orElse(home.resolve(".cache"));
                    case MACOSX -> home.resolve("Library").resolve("Caches");
                    case WINDOWS ->
                        environment
                                .folderVariable("LOCALAPPDATA")
                                .orElse(home.resolve("AppData").resolve("Local"));
                };
        return caches.resolve("bpf-linker");
    }

    /**
     * Creates the directory, unless its parent belongs to another user: root does not create one in the home of the
     * user who ran sudo.
     *
     * @return the reason for which others could write to it; empty if it exists and only the user can write to it
     */
    private Optional<String> create(Path folder) throws IOException {
        if (!folder.isAbsolute()) {
            // Java returns "?" for a user without a home.
            throw new IOException("the user has no home");
        }
        if (!Files.isDirectory(folder)) {
            Path above = folder;
            while (!Files.exists(above) && above.getParent() != null) {
                above = above.getParent();
            }
            Optional<String> objection = owner.isPresent() && Files.isDirectory(above)
                    ? owner.get().objectionToNew(above)
                    : Optional.empty();
            if (objection.isPresent()) {
                return objection;
            }
            CacheFolder.createForMe(folder);
        }
        Optional<String> objection = owner.isPresent() ? owner.get().objection(folder) : Optional.empty();
        if (objection.isEmpty() && !Files.isWritable(folder)) {
            throw new AccessDeniedException(folder.toString());
        }
        return objection;
    }

    private void closeToOthers(Path folder) throws IOException {
        if (owner.isPresent()) {
            CacheFolder.closeToOthers(folder.toRealPath());
        }
    }

    /** A private directory in the temporary directory, the same for each process of the user. */
    private Path temporary(String reason) throws IOException {
        Path folder = environment.temporary();
        String name = "bpf-linker-" + System.getProperty("user.name", "user");
        if (!Files.isWritable(folder)) {
            throw unusable(reason + ", and '" + folder + "' can't be written", null);
        }
        if (owner.isEmpty()) {
            return Files.createDirectories(folder.resolve(name));
        }
        Optional<String> objection = owner.get().objectionToNew(folder);
        if (objection.isPresent()) {
            throw unusable(reason + ", and " + objection.get(), null);
        }
        try {
            return Files.createDirectory(folder.resolve(name), ONLY_ME);
        } catch (FileAlreadyExistsException e) {
            if (isMineAlone(folder.resolve(name))) {
                return folder.resolve(name);
            }
        }
        // Another user has taken the name: use a directory that was created for this reason before, or create one.
        try (DirectoryStream<Path> others = Files.newDirectoryStream(folder, name + "-*")) {
            for (Path other : others) {
                if (isMineAlone(other)) {
                    return other;
                }
            }
        }
        return Files.createTempDirectory(folder, name + "-", ONLY_ME);
    }

    private boolean isMineAlone(Path folder) throws IOException {
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && owner.orElseThrow().ownsAlone(FileStatus.of(folder).orElseThrow());
    }
}
