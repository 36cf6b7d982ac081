package io.github.bpflinker.maven.btf;

import io.github.bpflinker.btf.BtfFile;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.Reason;
import io.github.bpflinker.maven.report.Reports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The goal {@code vmlinux}: writes the types of a kernel as a C header whose accesses become CO-RE relocations. */
public final class VmlinuxOperation {

    private VmlinuxOperation() {}

    /**
     * Writes the header if its content changes.
     *
     * @param btf an ELF or raw file with a kernel's BTF
     * @param roots the types to write with their dependencies; all if empty
     * @return whether the header changed
     * @throws BuildFailure if the file has no BTF, or the header can't be written
     */
    public static boolean run(Path btf, List<String> roots, Path header) {
        if (!Files.exists(btf)) {
            throw new BuildFailure(new Reason.KernelWithoutBtf(btf.toString()));
        }
        try {
            return Reports.write(
                    header, BtfFormat.C.dump(BtfFile.read(btf, null).btf(), roots));
        } catch (LinkException e) {
            throw Reports.failure(e);
        }
    }
}
