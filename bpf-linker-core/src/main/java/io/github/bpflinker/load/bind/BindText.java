package io.github.bpflinker.load.bind;

import io.github.bpflinker.text.Printable;

/** The sentences for {@link BindProblem}. */
final class BindText {

    private BindText() {}

    static String noKernelTypes(BindProblem.NoKernelTypes problem) {
        return Printable.line(problem.what())
                + " needs the types of the kernel, which has none at /sys/kernel/btf/vmlinux; use a kernel built with"
                + " CONFIG_DEBUG_INFO_BTF, or for CO-RE give a BTF file";
    }

    static String badRelocation(BindProblem.BadRelocation problem) {
        String place = problem.location()
                .map(location -> Printable.line(location.toString()) + ": ")
                .orElse("");
        return place + "function " + Printable.line(problem.function()) + " in section \""
                + Printable.line(problem.section()) + "\": the CO-RE relocation of "
                + Printable.line(problem.relocation()) + " can't be applied: " + Printable.line(problem.reason());
    }

    static String missingExtern(BindProblem.MissingExtern problem) {
        String remedy = problem.kind() == BindProblem.ExternKind.CONFIGURATION
                ? "; declare it __weak if the object can do without it"
                : "; load the module that has it, or declare it __weak and ask whether it is there";
        return problem.kind().words() + " " + Printable.line(problem.name()) + " does not exist here" + remedy;
    }

    static String unfitExtern(BindProblem.UnfitExtern problem) {
        return problem.kind().words() + " " + Printable.line(problem.name()) + ": " + Printable.line(problem.reason());
    }

    static String noConfiguration(BindProblem.NoConfiguration problem) {
        return "the kernel's configuration is neither at /proc/config.gz nor at /boot/config-$(uname -r), and the object"
                + " wants " + Printable.line(String.join(", ", problem.names()));
    }

    static String missingTarget(BindProblem.MissingTarget problem) {
        String program = "program " + Printable.line(problem.program()) + " in section \""
                + Printable.line(problem.section()) + "\"";
        return problem.name().isEmpty()
                ? program + " is attached to something that its section does not name; write SEC(\""
                        + Printable.line(problem.section()) + "/NAME\") or say it before loading"
                : program + " is attached to " + Printable.line(problem.name())
                        + ", which neither the kernel nor a loaded module has; name one that 'bpf-linker btf-dump"
                        + " /sys/kernel/btf/vmlinux' lists, or load the module that has it";
    }

    static String unfitOperations(BindProblem.UnfitOperations problem) {
        String member = problem.member().isEmpty() ? "" : ", member " + Printable.line(problem.member());
        return "operations " + Printable.line(problem.map()) + " (struct "
                + Printable.line(problem.struct()) + member + "): "
                + Printable.line(problem.reason());
    }

    static String unfitMap(BindProblem.UnfitMap problem) {
        return "map " + Printable.line(problem.map()) + ": " + Printable.line(problem.reason());
    }
}
