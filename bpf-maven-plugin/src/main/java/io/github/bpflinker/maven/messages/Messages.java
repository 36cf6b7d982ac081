package io.github.bpflinker.maven.messages;

import io.github.bpflinker.maven.BuildFailure;
import java.nio.file.Path;
import java.util.List;

/** Formats the message of a {@link BuildFailure}. */
public final class Messages {

    private Messages() {}

    /** One sentence with the problem, its location, the cause and the remedy. */
    public static String sentence(BuildFailure failure) {
        List<String> f = failure.facts();
        return switch (failure.reason()) {
            case OBJECT_TWICE ->
                "two objects are named '" + f.get(0) + "': " + f.get(1) + " and " + f.get(2) + "; rename one of them";
            case VARIANT_TWICE -> "two <variants> have the classifier '" + f.get(0) + "'; give one of them another";
            case OBJECT_WITHOUT_SOURCES ->
                "the object '" + f.get(0) + "' (" + f.get(1)
                        + ") has neither C sources nor a Cargo.toml; add one, or remove the object";
            case NO_OBJECT -> StrayFiles.sentence(Path.of(f.get(0)));
            case OBJECT_NAME_INVALID ->
                "'" + f.get(0)
                        + "' can't name an object; use letters, digits, '.', '_' and '-', and begin with a letter"
                        + " or digit";
            case COMPILED_TWICE ->
                "object '" + f.get(0) + "' is compiled by the executions '" + f.get(1) + "' and '" + f.get(2)
                        + "' with different settings into one folder, " + f.get(3)
                        + "; give one of them a <workDirectory> of its own";
            case PATH_MISSING -> "<" + f.get(0) + ">: " + f.get(1) + " does not exist; correct the path";
            case PATH_UNREADABLE ->
                f.get(0) + " can't be read (" + f.get(1) + "); give the user that runs Maven the right to read it";
            case PATH_UNWRITABLE ->
                f.get(0) + " can't be written (" + f.get(1) + "); check its permissions and the free space";
            case PARAMETER_INVALID -> "<" + f.get(0) + "> is '" + f.get(1) + "' and takes " + f.get(2) + "; correct it";
            case C_ERRORS ->
                "object '" + f.get(0) + "': " + f.get(1) + " does not compile: " + f.get(2) + ", first " + f.get(3)
                        + "; correct it there";
            case CLANG_FAILED ->
                "object '" + f.get(0) + "': clang failed on " + f.get(1) + ", saying last: " + f.get(2)
                        + "; the command is in " + f.get(3);
            case CLANG_UNUSABLE ->
                "clang can't be used: " + f.get(0) + " (" + f.get(1)
                        + "); set <clang> to embedded, to system, or to the path of a clang with the BPF target";
            case NATIVES_UNAVAILABLE ->
                "the C compiler and LLVM, " + f.get(0) + ", can't be downloaded: " + f.get(1)
                        + "; check the network or the mirror in settings.xml, or set <clang> and <llvm> to system";
            case NATIVES_OFFLINE ->
                "the C compiler and LLVM, " + f.get(0) + ", are not in the local repository and Maven is offline; run"
                        + " once without -o, or set <clang> and <llvm> to system";
            case NATIVES_UNUSABLE ->
                "the C compiler and LLVM of '" + f.get(0) + "' can't be used: " + f.get(1)
                        + "; or use installed ones: set <clang> and <llvm> to system";
            case HOST_WITHOUT_NATIVES ->
                "there is no embedded clang for " + f.get(0) + "; install one and set <clang> and <llvm> to system";
            case CARGO_MISSING ->
                "object '" + f.get(0) + "': no cargo found for " + f.get(1)
                        + "; install Rust (Debian: apt-get install rustc-web cargo-web libstd-rust-web-dev-bpf;"
                        + " elsewhere: https://rustup.rs), or set <cargo>";
            case RUSTC_WITHOUT_BPF ->
                "object '" + f.get(0) + "': no rustc that can build " + f.get(1) + " for " + f.get(2) + " (" + f.get(3)
                        + "); install one with a prebuilt core (Debian: apt-get install rustc-web cargo-web"
                        + " libstd-rust-web-dev-bpf) or a nightly with rust-src (rustup toolchain install nightly"
                        + " --component rust-src), or set <rustc>";
            case CRATE_WITHOUT_LOCK ->
                "object '" + f.get(0) + "': " + f.get(1)
                        + " has no Cargo.lock and cargo can't write one there; run cargo generate-lockfile where it can"
                        + " be written, and keep the file with the sources";
            case CARGO_FAILED ->
                "object '" + f.get(0) + "': cargo could not build " + f.get(1) + " (exit code " + f.get(2) + "): "
                        + f.get(3) + RustAdvice.behind(f.get(3));
            case CRATE_WITHOUT_OUTPUT ->
                "object '" + f.get(0) + "': " + f.get(1)
                        + " has no binary and no static library; add src/main.rs, or [lib] crate-type ="
                        + " [\"staticlib\"] in Cargo.toml";
            case NOT_COMPILED -> "object '" + f.get(0) + "' was not compiled; run the goal bpf:compile before this one";
            case NOT_LINKED ->
                "object '" + f.get(0) + "' was not linked: there is no " + f.get(1)
                        + "; run the goal bpf:link before this one";
            case LINKER_REFUSES -> f.get(0);
            case KERNEL_WITHOUT_BTF ->
                "there is no " + f.get(0) + ", the types of a kernel; run a kernel built with CONFIG_DEBUG_INFO_BTF, or"
                        + " name the BTF of another one by -Dbpf.vmlinux.btf=FILE";
            case KERNEL_REFUSED ->
                "object '" + f.get(0) + "': the kernel refuses "
                        + (f.get(1).isEmpty() ? "it" : "program '" + f.get(1) + "'") + ": " + f.get(2)
                        + "; correct the source, or skip by -Dbpf.verify.skip; the whole log is in " + f.get(3);
            case VERIFY_IMPOSSIBLE ->
                "object '" + f.get(0) + "' can't be verified: " + f.get(1)
                        + "; or set <required> of bpf:verify to false";
            case DOCTOR_FOUND_MISSING -> "required components are missing: " + f.get(0) + "; then run bpf:doctor again";
            case PROJECT_OR_PARAMETER ->
                "bpf:" + f.get(0) + " has no project here and no -D" + f.get(1)
                        + "=FILE; name a file, or run it in the folder of a pom.xml";
            case LINK_FAILED -> "object '" + f.get(0) + "': " + f.get(1);
            case WORKER_DIED ->
                "object '" + f.get(0) + "': LLVM ended its process" + phase(f.get(1)) + lastWords(f.get(2)) + "; "
                        + f.get(3) + " holds the inputs and the command to report, and <llvm> chooses another LLVM";
            case WORKER_KILLED ->
                "object '" + f.get(0) + "': the process of its link was killed (signal 9)" + phase(f.get(1))
                        + ", as the kernel does when memory runs out; free some or run fewer builds at once, "
                        + f.get(2) + " holds the inputs and the command";
            case WORKER_HUNG ->
                "object '" + f.get(0) + "': the link took longer than " + f.get(2) + " s" + phase(f.get(1))
                        + "; raise <timeout>, or look into " + f.get(3) + ", which holds the inputs and the command";
            case WORKER_UNAVAILABLE ->
                "no process for links can be started (" + f.get(0) + "); check JAVA_HOME and the memory that is left";
            case SEVERAL_FAILED ->
                (f.get(0).equals("1") ? "object '" + f.get(1) + "' failed" : f.get(0) + " objects failed: " + f.get(1))
                        + "; the errors above say why";
            case INTERRUPTED -> "interrupted while " + f.get(0);
        };
    }

    private static String phase(String phase) {
        return phase.isEmpty() ? "" : " in phase '" + phase + "'";
    }

    private static String lastWords(String words) {
        return words.isEmpty() ? "" : ", saying last: " + words;
    }
}
