package io.github.bpflinker.load.plan;

import java.util.List;

/**
 * A table of {@code .jumptables}, to which an indirect jump of {@code gotox} goes.
 *
 * @param name its symbol, or where it is if it has none
 * @param targets instructions, in units of 8 bytes from the start of the section of the function that uses it
 */
public record JumpTable(String name, List<Long> targets) {
    public JumpTable {
        targets = List.copyOf(targets);
    }
}
