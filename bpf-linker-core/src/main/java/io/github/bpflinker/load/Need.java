package io.github.bpflinker.load;

import io.github.bpflinker.kernel.table.Feature;
import io.github.bpflinker.load.host.Capability;
import java.util.List;

/**
 * What a call asks of the kernel and of this process.
 *
 * @param what it is for, in the plural, as in {@code programs of type kprobe}; empty if nobody needs to be told
 * @param capabilities all that permit it together, since Linux 5.8; CAP_SYS_ADMIN stands for each, and alone before that
 * @param features what the kernel must know, as far as the tables say
 * @param control a type of programs that needs the same capabilities and that every kernel loads; 0 for none
 */
record Need(String what, List<Capability> capabilities, List<Feature> features, int control) {
    Need {
        capabilities = List.copyOf(capabilities);
        features = List.copyOf(features);
    }

    Need(String what, Capability... capabilities) {
        this(what, List.of(capabilities), List.of(), 0);
    }
}
