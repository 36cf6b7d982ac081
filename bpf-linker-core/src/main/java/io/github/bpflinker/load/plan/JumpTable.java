package io.github.bpflinker.load.plan;

import java.util.List;

/**
 * A table in {@code .jumptables}, used by an indirect jump ({@code gotox}).
 *
 * @param name its symbol, or its position if it has none
 * @param targets the target instructions, in units of 8 bytes from the start of the section of the function that uses
 *     it
 */
public record JumpTable(String name, List<Long> targets) {
    public JumpTable {
        targets = List.copyOf(targets);
    }
}
