package io.github.bpflinker.maven;

/** A reason that is about the machine or the build as a whole: what fails one object fails all others, too. */
public sealed interface MachineReason extends Reason {

    /** The configured clang can't be used. */
    record ClangUnusable(String clang, String cause) implements MachineReason {
        @Override
        public String sentence() {
            return "clang can't be used: " + clang + " (" + cause
                    + "); set <clang> to embedded, to system, or to the path of a clang with the BPF target";
        }
    }

    /** The artifact with clang and LLVM can't be downloaded. */
    record NativesUnavailable(String artifact, String cause) implements MachineReason {
        @Override
        public String sentence() {
            return "the C compiler and LLVM, " + artifact + ", can't be downloaded: " + cause
                    + "; check the network or the mirror in settings.xml, or set <clang> and <llvm> to system";
        }
    }

    /** The artifact with clang and LLVM is not in the local repository, and Maven is offline. */
    record NativesOffline(String artifact) implements MachineReason {
        @Override
        public String sentence() {
            return "the C compiler and LLVM, " + artifact
                    + ", are not in the local repository and Maven is offline; run"
                    + " once without -o, or set <clang> and <llvm> to system";
        }
    }

    /** The artifact with clang and LLVM can't be used. */
    record NativesUnusable(String jar, String cause) implements MachineReason {
        @Override
        public String sentence() {
            return "the C compiler and LLVM of '" + jar + "' can't be used: " + cause
                    + "; or use installed ones: set <clang> and <llvm> to system";
        }
    }

    /** No artifact with clang and LLVM exists for this platform. */
    record HostWithoutNatives(String host) implements MachineReason {
        @Override
        public String sentence() {
            return "there is no embedded clang for " + host + "; install one and set <clang> and <llvm> to system";
        }
    }

    /** The artifact with the types of a kernel can't be resolved. */
    record KernelTypesUnavailable(String artifact, String cause) implements MachineReason {
        @Override
        public String sentence() {
            return "the kernel types, " + artifact + ", can't be had: " + cause
                    + "; check the coordinates, the network or the mirror in settings.xml, or set <kernelTypes> to a file";
        }
    }

    /** No cargo was found. */
    record CargoMissing(String object, String crate) implements MachineReason {
        @Override
        public String sentence() {
            return "object '" + object + "': no cargo found for " + crate
                    + "; install Rust (Debian: apt-get install rustc-web cargo-web libstd-rust-web-dev-bpf;"
                    + " elsewhere: https://rustup.rs), or set <cargo>";
        }
    }

    /** No rustc that builds for BPF was found. */
    record RustcWithoutBpf(String object, String crate, String target, String tried) implements MachineReason {
        @Override
        public String sentence() {
            return "object '" + object + "': no rustc that can build " + crate + " for " + target + " (" + tried
                    + "); install one with a prebuilt core (Debian: apt-get install rustc-web cargo-web"
                    + " libstd-rust-web-dev-bpf) or a nightly with rust-src (rustup toolchain install nightly"
                    + " --component rust-src), or set <rustc>";
        }
    }

    /** The worker can't be started. */
    record WorkerUnavailable(String cause) implements MachineReason {
        @Override
        public String sentence() {
            return "no process for links can be started (" + cause + "); check JAVA_HOME and the memory that is left";
        }
    }

    /** The build was interrupted. */
    record Interrupted(String doing) implements MachineReason {
        @Override
        public String sentence() {
            return "interrupted while " + doing;
        }
    }
}
