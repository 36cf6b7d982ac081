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
 * The input of the goal {@code doctor}.
 *
 * @param base the project's directory or, without a project, the current one
 * @param objects the objects of the project; empty without a project
 * @param endiannesses the byte orders of the build
 * @param clang the C compiler: embedded, system, or a path
 * @param natives the LLVM of Maven Central, if it is in the local repository
 * @param offline whether Maven may use the network
 * @param rust the settings for cargo
 * @param verifies whether the project uses the goal {@code verify}
 * @param kernel access to the running kernel
 * @param environment the environment in which LLVM is searched
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
