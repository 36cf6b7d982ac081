package io.github.bpflinker.maven.btf;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.Reason;
import io.github.bpflinker.maven.report.ObjectFiles;
import io.github.bpflinker.maven.report.Reports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The goal {@code vmlinux}: writes the types of a kernel as a C header and as a Rust crate, whose accesses become CO-RE
 * relocations.
 */
public final class VmlinuxOperation {

    /** A workspace of its own, so that one in a folder above does not claim it. */
    private static final String MANIFEST = """
            [package]
            name = "vmlinux"
            version = "0.1.0"
            edition = "2021"
            publish = false

            [workspace]
            """;

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
        return Reports.write(header, BtfFormat.C.dump(read(btf), roots));
    }

    /**
     * Writes the crate {@code vmlinux} if its content changes: all types for CO-RE, helper functions and maps. Crates
     * depend on it by its path.
     *
     * @param btf an ELF or raw file with a kernel's BTF
     * @param crate the folder of the crate
     * @return whether the crate changed
     * @throws BuildFailure if the file has no BTF, or the crate can't be written
     */
    public static boolean crate(Path btf, Path crate) {
        boolean manifest = Reports.write(crate.resolve("Cargo.toml"), MANIFEST);
        return Reports.write(crate.resolve("src/lib.rs"), BtfFormat.RUST.dump(read(btf), List.of())) || manifest;
    }

    private static Btf read(Path btf) {
        if (!Files.exists(btf)) {
            throw new BuildFailure(new Reason.KernelWithoutBtf(btf.toString(), "-Dbpf.vmlinux.btf=FILE"));
        }
        return ObjectFiles.types(btf);
    }
}
