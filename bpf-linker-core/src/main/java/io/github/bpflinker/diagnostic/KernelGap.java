package io.github.bpflinker.diagnostic;

import io.github.bpflinker.version.KernelVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a kernel lacks of what an object asks for.
 *
 * @param since the release that brought it; null if no kernel has it
 * @param user the map, type or section that asks for it; null if a function does, which the finding names
 * @param remedies what helps, best first
 */
public record KernelGap(
        @Nullable KernelVersion since, @Nullable String user, List<Remedy> remedies) implements Payload {

    public KernelGap {
        remedies = List.copyOf(remedies);
    }

    @Override
    public Kind kind() {
        return Kind.KERNEL_GAP;
    }
}
