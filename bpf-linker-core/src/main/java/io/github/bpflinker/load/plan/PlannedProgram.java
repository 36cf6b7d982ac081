package io.github.bpflinker.load.plan;

import io.github.bpflinker.kernel.table.ProgramSection;
import java.util.OptionalInt;

/**
 * A program: a function that the kernel can start, and what its section makes of it.
 *
 * @param name its symbol
 * @param function its entry, in {@link LoadPlan#functions()}
 * @param section the name of its section, without a leading {@code ?}
 * @param definition what libbpf's table says about such sections
 * @param type its number in {@code enum bpf_prog_type}
 * @param attachType its number in {@code enum bpf_attach_type}; 0 if the section asks for none
 * @param target what it is attached to, as far as the kernel must know it when it loads the program
 * @param flags {@code BPF_F_…} of {@code BPF_PROG_LOAD}
 * @param load whether it is loaded unless the caller asks otherwise: not if its section starts with {@code ?}; one that
 *     structs of operations use is loaded if one of them is created, whatever this says
 * @param exceptionCallback the function that its tag {@code exception_callback:} names
 */
public record PlannedProgram(
        String name,
        int function,
        String section,
        ProgramSection definition,
        int type,
        int attachType,
        AttachTarget target,
        int flags,
        boolean load,
        OptionalInt exceptionCallback) {

    /** {@code BPF_F_SLEEPABLE}. */
    public static final int SLEEPABLE = 1 << 4;
    /** {@code BPF_F_XDP_HAS_FRAGS}. */
    public static final int XDP_HAS_FRAGS = 1 << 5;

    /** What follows the first slash of its section's name; empty if nothing does. */
    public String sectionArgument() {
        int slash = section.indexOf('/');
        return slash < 0 ? "" : section.substring(slash + 1);
    }

    public PlannedProgram withLoad(boolean changed) {
        return new PlannedProgram(
                name, function, section, definition, type, attachType, target, flags, changed, exceptionCallback);
    }

    public PlannedProgram withType(int changedType, int changedAttachType) {
        return new PlannedProgram(
                name,
                function,
                section,
                definition,
                changedType,
                changedAttachType,
                target,
                flags,
                load,
                exceptionCallback);
    }

    public PlannedProgram withTarget(AttachTarget changed) {
        return new PlannedProgram(
                name, function, section, definition, type, attachType, changed, flags, load, exceptionCallback);
    }

    public PlannedProgram withFlags(int changed) {
        return new PlannedProgram(
                name, function, section, definition, type, attachType, target, changed, load, exceptionCallback);
    }

    PlannedProgram withExceptionCallback(OptionalInt changed) {
        return new PlannedProgram(name, function, section, definition, type, attachType, target, flags, load, changed);
    }
}
