package io.github.bpflinker.load.bind;

import io.github.bpflinker.btf.BtfKind;
import io.github.bpflinker.kernel.table.TypeNumbers;
import io.github.bpflinker.load.plan.AttachTarget;
import io.github.bpflinker.load.plan.LoadPlan;
import io.github.bpflinker.load.plan.PlannedProgram;
import java.util.Optional;

/** Resolves the attach targets of programs in the types of a kernel ({@code libbpf_find_attach_btf_id}). */
final class TargetBinder {

    private static final TypeNumbers ATTACHMENTS = TypeNumbers.attachments();
    private static final int RAW_TRACEPOINT = ATTACHMENTS.of("BPF_TRACE_RAW_TP");
    private static final int LSM = ATTACHMENTS.of("BPF_LSM_MAC");
    private static final int LSM_CGROUP = ATTACHMENTS.of("BPF_LSM_CGROUP");
    private static final int ITERATOR = ATTACHMENTS.of("BPF_TRACE_ITER");
    private static final String KERNEL = "vmlinux";

    private final LoadPlan plan;
    private final KernelLookup lookup;

    TargetBinder(LoadPlan plan, KernelLookup lookup) {
        this.plan = plan;
        this.lookup = lookup;
    }

    /** @param slot the member that a struct_ops program implements; empty if it is not used */
    BoundProgram.Target bind(PlannedProgram program, Optional<OperationsBinder.Slot> slot) {
        AttachTarget target = program.target();
        if (target instanceof AttachTarget.KernelType type) {
            return kernelType(program, type.name());
        }
        if (target instanceof AttachTarget.ProgramFunction function) {
            return new BoundProgram.Target.ProgramFunction(function.function());
        }
        if (target instanceof AttachTarget.Functions functions) {
            return functions(program, functions.pattern());
        }
        if (target instanceof AttachTarget.Operation && slot.isPresent()) {
            return new BoundProgram.Target.KernelType(
                    slot.get().type(), slot.get().module());
        }
        return new BoundProgram.Target.None();
    }

    private BoundProgram.Target kernelType(PlannedProgram program, String text) {
        int colon = text.indexOf(':');
        String module = colon < 0 ? "" : text.substring(0, colon);
        String name = text.substring(colon + 1);
        if (name.isEmpty()) {
            throw missing(program, "");
        }
        String full = prefix(program.attachType()) + name;
        BtfKind kind = program.attachType() == RAW_TRACEPOINT ? BtfKind.TYPEDEF : BtfKind.FUNC;
        Optional<KernelLookup.Found> found;
        if (module.isEmpty()) {
            found = lookup.find(full, kind, "program " + program.name());
        } else if (module.equals(KERNEL)) {
            found = lookup.find(full, kind, "program " + program.name()).filter(each -> each.module() < 0);
        } else {
            found = lookup.inModules(full, kind, module);
        }
        return found.map(each -> (BoundProgram.Target) new BoundProgram.Target.KernelType(each.id(), each.module()))
                .orElseThrow(() -> missing(program, text));
    }

    private BoundProgram.Target functions(PlannedProgram program, String pattern) {
        int colon = pattern.indexOf(':');
        if (colon < 0) {
            return new BoundProgram.Target.None();
        }
        int module = lookup.module(pattern.substring(0, colon));
        if (module < 0) {
            throw missing(program, pattern);
        }
        return new BoundProgram.Target.KernelType(0, module);
    }

    private static String prefix(int attachType) {
        if (attachType == RAW_TRACEPOINT) {
            return "btf_trace_";
        }
        if (attachType == LSM || attachType == LSM_CGROUP) {
            return "bpf_lsm_";
        }
        return attachType == ITERATOR ? "bpf_iter_" : "";
    }

    private BindException missing(PlannedProgram program, String name) {
        return new BindException(plan.name(), new BindProblem.MissingTarget(program.section(), program.name(), name));
    }
}
