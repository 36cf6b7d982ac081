package io.github.bpflinker.maven.report;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfFile;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.Reason;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads BPF objects and files with BTF. */
public final class ObjectFiles {

    private ObjectFiles() {}

    /**
     * Reads a BPF object.
     *
     * @throws BuildFailure if it does not exist, can't be read, or is no BPF object
     */
    public static BpfObject object(Path file) {
        try {
            return BpfObject.read(file);
        } catch (LinkException e) {
            throw Reports.failure(e);
        } catch (NoSuchFileException e) {
            throw new BuildFailure(new Reason.PathMissing("file", file.toString()), e);
        } catch (IOException e) {
            throw BuildFailure.unreadable(file, e);
        }
    }

    /**
     * Reads the types of a file: an ELF file with BTF, or a file that holds nothing else.
     *
     * @throws BuildFailure if it can't be read, or has no valid BTF
     */
    public static Btf types(Path file) {
        return types(file, null);
    }

    /**
     * Reads the types of a file, as {@link #types(Path)} does.
     *
     * @param base what its types continue, as those of a kernel module do; null for types that stand alone
     */
    public static Btf types(Path file, @Nullable Btf base) {
        try {
            return BtfFile.read(file, base).btf();
        } catch (LinkException e) {
            throw Reports.failure(e);
        }
    }
}
