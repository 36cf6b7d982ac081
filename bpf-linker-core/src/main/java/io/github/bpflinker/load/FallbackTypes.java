package io.github.bpflinker.load;

import io.github.bpflinker.btf.BtfFile;
import io.github.bpflinker.btf.KernelBtfName;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.file.SystemReason;
import io.github.bpflinker.load.core.ModelTypes;
import io.github.bpflinker.load.core.TargetTypes;
import io.github.bpflinker.load.host.RunningKernel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The types for CO-RE relocations on kernels without BTF: files named by the release of the kernel. */
final class FallbackTypes {

    /** Opens one of the files. */
    private interface Source {
        /** The content of a file; empty if there is none of that name. */
        Optional<byte[]> read(String file) throws IOException;
    }

    private static final FallbackTypes NONE = new FallbackTypes("", file -> Optional.empty());

    private final String folder;
    private final Source source;

    private FallbackTypes(String folder, Source source) {
        this.folder = folder;
        this.source = source;
    }

    static FallbackTypes none() {
        return NONE;
    }

    static FallbackTypes inFolder(Path folder) {
        return new FallbackTypes(folder.toString(), file -> {
            Path path = folder.resolve(file);
            return Files.exists(path) ? Optional.of(Files.readAllBytes(path)) : Optional.empty();
        });
    }

    static FallbackTypes ofResources(Class<?> owner, String folder) {
        return new FallbackTypes(folder, file -> {
            try (InputStream stream = owner.getResourceAsStream(folder + "/" + file)) {
                return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
            }
        });
    }

    /** The types for a kernel; empty if it has its own or there is no file for its release. */
    Optional<TargetTypes> of(RunningKernel kernel) {
        if (this == NONE || kernel.kernelTypes().isPresent()) {
            return Optional.empty();
        }
        String file = KernelBtfName.file(kernel.release().name());
        String name = folder + "/" + file;
        try {
            return source.read(file)
                    .map(bytes -> new ModelTypes(
                            name,
                            BtfFile.read(name, ByteBuffer.wrap(bytes), null).btf()));
        } catch (IOException e) {
            throw unusable(name, SystemReason.of(e), e);
        } catch (LinkException e) {
            throw unusable(name, String.valueOf(e.diagnostic().detail()), e);
        }
    }

    private static LoadException unusable(String name, String reason, Exception cause) {
        return new LoadException(
                new LoadProblem.Unsuitable("the kernel has no types, and those in '" + name + "' can't be used: "
                        + reason + "; write the file again with btf-min"),
                cause);
    }
}
