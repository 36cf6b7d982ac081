package io.github.bpflinker.load.plan;

import io.github.bpflinker.kernel.table.ProgramSection;
import java.util.OptionalInt;

/**
 * A program with the properties derived from its section.
 *
 * @param name its symbol
 * @param function its entry, in {@link LoadPlan#functions()}
 * @param section the name of its section, without a leading {@code ?}
 * @param definition the section definition of libbpf
 * @param type its number in {@code enum bpf_prog_type}
 * @param attachType its number in {@code enum bpf_attach_type}; 0 if the section has none
 * @param target its attach target, as far as the kernel needs it at load time
 * @param flags {@code BPF_F_…} of {@code BPF_PROG_LOAD}
 * @param load whether it is loaded by default: not if its section starts with {@code ?}. A program of struct_ops maps
 *     is loaded if one of these is created, independent of this value
 * @param exceptionCallback the function in its tag {@code exception_callback:}
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

    /** The part of its section's name after the first slash; empty if there is none. */
    public String sectionArgument() {
        int slash = section.indexOf('/');
        return slash < 0 ? "" : section.substring(slash + 1);
    }

    public PlannedProgram withLoad(boolean changed) {
        return new PlannedProgram(
                name, function, section, definition, type, attachType, target, flags, changed, exceptionCallback);
    }

    public PlannedProgram withTarget(AttachTarget changed) {
        return new PlannedProgram(
                name, function, section, definition, type, attachType, changed, flags, load, exceptionCallback);
    }

    PlannedProgram withExceptionCallback(OptionalInt changed) {
        return new PlannedProgram(name, function, section, definition, type, attachType, target, flags, load, changed);
    }
}
