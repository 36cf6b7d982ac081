package io.github.bpflinker.kernel.requirements;

import io.github.bpflinker.elf.Instruction;
import io.github.bpflinker.kernel.code.Opcodes;
import java.util.List;
import java.util.Set;

/** Tells callbacks that a helper calls from those that run later, on a stack of their own. */
final class Callbacks {

    private static final int TIMER_SET_CALLBACK = 170;

    /** bpf_for_each_map_elem, bpf_find_vma, bpf_loop, bpf_user_ringbuf_drain. */
    private static final Set<Integer> CALLING = Set.of(164, 180, 181, 209);

    /** Kernel functions whose callback runs later, by the start of their names. */
    private static final List<String> LATER = List.of("bpf_wq_set_callback", "bpf_task_work_schedule_");

    private static final String CALLING_FUNCTION = "bpf_rbtree_add";

    private Callbacks() {}

    /**
     * Whether the address that the instruction at {@code at} loads is that of a callback which runs later: the next call
     * that takes a callback tells.
     *
     * @param targets of each instruction
     */
    static boolean isAsynchronous(List<Instruction> code, int at, List<InstructionTarget> targets) {
        for (int next = at; next < code.size(); next++) {
            Instruction instruction = code.get(next);
            if (instruction.opcode() != Opcodes.CALL) {
                continue;
            }
            if (instruction.src() == 0 && instruction.imm() == TIMER_SET_CALLBACK) {
                return true;
            }
            if (instruction.src() == 0 && CALLING.contains(instruction.imm())) {
                return false;
            }
            if (targets.get(next) instanceof InstructionTarget.Kfunc kfunc) {
                String name = kfunc.symbol().name();
                if (name.startsWith(CALLING_FUNCTION)) {
                    return false;
                }
                if (LATER.stream().anyMatch(name::startsWith)) {
                    return true;
                }
            }
        }
        return false;
    }
}
