package io.github.bpflinker.load.plan;

import java.util.List;

/**
 * A variable of {@code .struct_ops} or {@code .struct_ops.link}: a kernel interface whose operations are implemented by
 * programs.
 *
 * @param type the id of its struct in {@link PlannedBtf#types()}
 * @param typeName the name of the struct, without a flavour, such as {@code tcp_congestion_ops}
 * @param operations the members that programs implement
 */
public record StructOps(int type, String typeName, List<Operation> operations) {

    /**
     * A member that points to a program.
     *
     * @param member its index in the struct
     * @param program an index in {@link LoadPlan#programs()}
     */
    public record Operation(int member, int program) {}

    public StructOps {
        operations = List.copyOf(operations);
    }
}
