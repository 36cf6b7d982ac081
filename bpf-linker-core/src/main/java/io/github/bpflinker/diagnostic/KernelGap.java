package io.github.bpflinker.diagnostic;

import io.github.bpflinker.version.KernelVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feature of an object that a kernel lacks.
 *
 * @param since the first release with the feature; null if no kernel has it or it is not known
 * @param until the first release that lacks it again; null if there is none
 * @param user the map, type or section that requires it; null if it is the diagnostic's function
 * @param remedies the remedies, the best first
 */
public record KernelGap(
        @Nullable KernelVersion since,
        @Nullable KernelVersion until,
        @Nullable String user,
        List<Remedy> remedies) implements Payload {

    public KernelGap {
        remedies = List.copyOf(remedies);
    }

    @Override
    public Kind kind() {
        return Kind.KERNEL_GAP;
    }
}
