package io.github.bpflinker.maven;

/** The reasons for the failure of a goal. Each constant documents the arguments of its message. */
public enum Reason {
    /** Facts: object, first definition, second definition. */
    OBJECT_TWICE,
    /** Facts: classifier. */
    VARIANT_TWICE,
    /** Facts: object, the folder or the configuration that names it. */
    OBJECT_WITHOUT_SOURCES,
    /** Facts: a source that is not part of an object. */
    NO_OBJECT,
    /** Facts: the invalid name. */
    OBJECT_NAME_INVALID,
    /** Facts: object, one execution, another that compiles it otherwise, the folder that both work in. */
    COMPILED_TWICE,
    /** Facts: parameter, file or folder. */
    PATH_MISSING,
    /** Facts: file or folder, the system's reason. */
    PATH_UNREADABLE,
    /** Facts: file or folder, the system's reason. */
    PATH_UNWRITABLE,
    /** Facts: parameter, value, the values that it takes. */
    PARAMETER_INVALID,
    /** Facts: object, source file, how many errors, the first one with its place. */
    C_ERRORS,
    /** Facts: object, source file, clang's last output, the file with the command. */
    CLANG_FAILED,
    /** Facts: what was configured, the system's reason. */
    CLANG_UNUSABLE,
    /** Facts: artifact, Maven's reason. */
    NATIVES_UNAVAILABLE,
    /** Facts: artifact. */
    NATIVES_OFFLINE,
    /** Facts: their jar, the cause and the remedy. */
    NATIVES_UNUSABLE,
    /** Facts: operating system and processor. */
    HOST_WITHOUT_NATIVES,
    /** Facts: object, crate. */
    CARGO_MISSING,
    /** Facts: object, crate, target, the rustc programs that were tried and why each is of no use. */
    RUSTC_WITHOUT_BPF,
    /** Facts: object, crate. */
    CRATE_WITHOUT_LOCK,
    /** Facts: object, crate, exit code, the first error that cargo reported. */
    CARGO_FAILED,
    /** Facts: object, crate. */
    CRATE_WITHOUT_OUTPUT,
    /** Facts: object. */
    NOT_COMPILED,
    /** Facts: object, file. */
    NOT_LINKED,
    /** Facts: object, the linker's message. */
    LINK_FAILED,
    /** Facts: the complete message of the linker's library. */
    LINKER_REFUSES,
    /** Facts: the file that should hold BTF. */
    KERNEL_WITHOUT_BTF,
    /** Facts: object, program or nothing, the kernel's error, the file with the whole log. */
    KERNEL_REFUSED,
    /** Facts: object, the missing condition. */
    VERIFY_IMPOSSIBLE,
    /** Facts: the missing components, each with the command that installs it. */
    DOCTOR_FOUND_MISSING,
    /** Facts: goal, parameter. */
    PROJECT_OR_PARAMETER,
    /** Facts: object, phase, LLVM's last output, repro folder. */
    WORKER_DIED,
    /** Facts: object, phase, repro folder. */
    WORKER_KILLED,
    /** Facts: object, phase, limit in seconds, repro folder. */
    WORKER_HUNG,
    /** Facts: the system's reason. */
    WORKER_UNAVAILABLE,
    /** Facts: how many, the objects. */
    SEVERAL_FAILED,
    /** Facts: the interrupted activity. */
    INTERRUPTED;

    /** Whether the cause is the machine, so that the failure of one object applies to all. */
    public boolean isOfMachine() {
        return switch (this) {
            case CLANG_UNUSABLE,
                    NATIVES_UNUSABLE,
                    NATIVES_UNAVAILABLE,
                    NATIVES_OFFLINE,
                    HOST_WITHOUT_NATIVES,
                    CARGO_MISSING,
                    RUSTC_WITHOUT_BPF,
                    WORKER_UNAVAILABLE,
                    INTERRUPTED -> true;
            default -> false;
        };
    }
}
