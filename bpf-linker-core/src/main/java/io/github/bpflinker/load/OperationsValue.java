package io.github.bpflinker.load;

import io.github.bpflinker.load.bind.BoundMap;
import io.github.bpflinker.load.plan.Bytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/** The value of a struct_ops map: its struct in the kernel's layout, with the descriptors of the programs. */
final class OperationsValue {

    private OperationsValue() {}

    /**
     * Makes the value.
     *
     * @param program gives the descriptor of a program by its index in the plan; 0 if it is not loaded
     * @return empty for other types of maps
     */
    static Optional<Bytes> of(BoundMap map, IntUnaryOperator program) {
        return map.operations().map(operations -> {
            ByteBuffer value = ByteBuffer.wrap(map.contents().toArray()).order(ByteOrder.nativeOrder());
            for (BoundMap.ProgramSlot slot : operations.programs()) {
                value.putLong(slot.offset(), program.applyAsInt(slot.program()));
            }
            return Bytes.wrap(value.array());
        });
    }
}
