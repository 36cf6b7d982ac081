package io.github.bpflinker.maven.btf;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.BuildLog;
import io.github.bpflinker.maven.Reason;
import io.github.bpflinker.maven.incremental.BuildStateFile;
import io.github.bpflinker.maven.incremental.BuildStateFiles;
import io.github.bpflinker.maven.incremental.BuildStateRecorder;
import io.github.bpflinker.maven.incremental.WorkFolder;
import io.github.bpflinker.maven.project.Layout;
import io.github.bpflinker.maven.report.ObjectFiles;
import io.github.bpflinker.maven.report.Reports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The goal {@code vmlinux}: writes the types of a kernel as a C header and as a Rust crate, whose accesses become CO-RE
 * relocations. Crates depend on the crate {@code vmlinux} by its path; it has all types, helper functions and maps.
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

    private final VmlinuxRequest request;
    private final BuildLog log;

    public VmlinuxOperation(VmlinuxRequest request, BuildLog log) {
        this.request = request;
        this.log = log;
    }

    /**
     * What changed.
     *
     * @param header whether the header has another content
     * @param crate whether the crate has another content
     */
    public record Result(boolean header, boolean crate) {}

    /**
     * Writes the header and the crate if their content changes. The kernel's types are read only if anything changed
     * since the last build.
     *
     * @throws BuildFailure if the file has no BTF, or an output can't be written
     */
    public Result run() {
        if (!Files.exists(request.btf())) {
            throw new BuildFailure(new Reason.KernelWithoutBtf(request.btf().toString(), "-Dbpf.vmlinux.btf=FILE"));
        }
        return request.layout()
                .map(layout -> WorkFolder.whileHeld(layout.work(), log, () -> writeIfNeeded(layout)))
                .orElseGet(this::write);
    }

    private Result writeIfNeeded(Layout layout) {
        BuildStateFile stateFile = new BuildStateFiles(log).at(VmlinuxRequest.state(layout, request.header()));
        if (stateFile.readIfCurrent(request.key()).isPresent()) {
            return new Result(false, false);
        }
        BuildStateRecorder recorder = stateFile.begin(request.key());
        Result result = write();
        try {
            recorder.inputs(List.of(request.btf())).outputs(outputs());
            stateFile.write(recorder.state());
        } catch (IOException e) {
            throw BuildFailure.unreadable(request.btf(), e);
        }
        return result;
    }

    private Result write() {
        Btf types = ObjectFiles.types(request.btf());
        boolean header = Reports.write(request.header(), BtfFormat.C.dump(types, request.roots()));
        boolean crate = request.crate().map(folder -> write(folder, types)).orElse(false);
        return new Result(header, crate);
    }

    private static boolean write(Path crate, Btf types) {
        boolean manifest = Reports.write(manifest(crate), MANIFEST);
        return Reports.write(library(crate), BtfFormat.RUST.dump(types, List.of())) || manifest;
    }

    private List<Path> outputs() {
        List<Path> outputs = new ArrayList<>(List.of(request.header()));
        request.crate().ifPresent(crate -> outputs.addAll(List.of(manifest(crate), library(crate))));
        return outputs;
    }

    private static Path manifest(Path crate) {
        return crate.resolve("Cargo.toml");
    }

    private static Path library(Path crate) {
        return crate.resolve("src/lib.rs");
    }
}
