package io.github.bpflinker.load;

import io.github.bpflinker.load.bind.BoundProgram;
import io.github.bpflinker.load.plan.MapShape;
import io.github.bpflinker.load.syscall.Command;
import io.github.bpflinker.load.syscall.MapAttributes;
import io.github.bpflinker.load.syscall.NativeMemory;
import java.util.List;

/** Creates the kernel's representation of a jump table: a frozen map of instructions (Linux 6.19). */
final class JumpTableMap {

    /** {@code struct bpf_insn_array_value}, whose first member is the index of the instruction before verification. */
    private static final int VALUE_SIZE = 16;

    private JumpTableMap() {}

    static int create(LoadContext context, BoundProgram program, List<Integer> targets) {
        String subject = "jump table of " + ProgramStep.subject(program);
        MapShape shape = new MapShape(MapShape.INSN_ARRAY, Integer.BYTES, VALUE_SIZE, targets.size(), 0, 0, 0);
        MapAttributes attributes = new MapAttributes(shape.type(), shape.keySize(), VALUE_SIZE, targets.size(), 0)
                .name("jump_table")
                .token(context.token());
        int fd = context.takingMemory(() -> context.bpf().tryCreateMap(attributes));
        if (fd < 0) {
            throw context.refused(subject, Command.MAP_CREATE.kernelName(), fd, CallRequirements.of(shape));
        }
        context.open().add(fd);
        NativeMemory key = NativeMemory.allocate(Integer.BYTES);
        NativeMemory value = NativeMemory.allocate(VALUE_SIZE);
        for (int i = 0; i < targets.size(); i++) {
            key.bytes().putInt(0, i);
            value.bytes().putInt(0, targets.get(i));
            int answer = context.bpf().update(fd, key, value, 0);
            if (answer < 0) {
                throw context.refused(
                        subject, Command.MAP_UPDATE_ELEM.kernelName(), answer, CallRequirements.of(shape));
            }
        }
        int frozen = context.bpf().freeze(fd);
        if (frozen < 0) {
            throw context.refused(subject, Command.MAP_FREEZE.kernelName(), frozen, CallRequirements.of(shape));
        }
        return fd;
    }
}
