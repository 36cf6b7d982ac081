package io.github.bpflinker.maven.doctor;

import io.github.bpflinker.llvm.locate.LlvmEnvironment;
import io.github.bpflinker.load.host.KernelAbilities;
import io.github.bpflinker.maven.Endianness;
import io.github.bpflinker.maven.natives.Natives;
import io.github.bpflinker.maven.project.ObjectSpec;
import io.github.bpflinker.maven.rust.RustSettings;
import java.nio.file.Path;
import java.util.List;

/**
 * What is to be looked at.
 *
 * @param base the project's folder, or the current one
 * @param objects those of the project; none without one
 * @param endiannesses the byte orders that are built for
 * @param clang which C compiler: embedded, system, or a path
 * @param natives the LLVM of Maven Central, as far as the local repository has it
 * @param offline whether Maven may use the network
 * @param rust what is asked of cargo
 * @param verifies whether the project has to be verified
 * @param kernel the running one
 * @param environment where LLVM is looked for
 */
public record DoctorRequest(
        Path base,
        List<ObjectSpec> objects,
        List<Endianness> endiannesses,
        String clang,
        Natives natives,
        boolean offline,
        RustSettings rust,
        boolean verifies,
        KernelAbilities kernel,
        LlvmEnvironment environment) {

    public DoctorRequest {
        objects = List.copyOf(objects);
        endiannesses = List.copyOf(endiannesses);
    }

    boolean hasC() {
        return objects.stream().anyMatch(object -> !object.sources().isEmpty());
    }

    boolean hasRust() {
        return objects.stream().anyMatch(object -> object.crate().isPresent());
    }
}
