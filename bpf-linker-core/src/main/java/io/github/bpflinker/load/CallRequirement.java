package io.github.bpflinker.load;

import io.github.bpflinker.kernel.table.Feature;
import io.github.bpflinker.load.host.Capability;
import java.util.List;

/**
 * The requirements of a call: capabilities of the process and features of the kernel.
 *
 * @param what the purpose, in the plural, as in {@code programs of type kprobe}; empty if it is not part of messages
 * @param capabilities the capabilities that are required together, since Linux 5.8; CAP_SYS_ADMIN implies each of them
 *     and is required before that
 * @param features the required kernel features, as far as the tables contain them
 * @param control a program type with the same capabilities that every kernel supports; 0 for none
 */
record CallRequirement(String what, List<Capability> capabilities, List<Feature> features, int control) {
    CallRequirement {
        capabilities = List.copyOf(capabilities);
        features = List.copyOf(features);
    }

    CallRequirement(String what, Capability... capabilities) {
        this(what, List.of(capabilities), List.of(), 0);
    }
}
