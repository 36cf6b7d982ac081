package io.github.bpflinker.kernel.table;

import io.github.bpflinker.diagnostic.Remedy;
import io.github.bpflinker.version.KernelVersion;

/**
 * A limit of the verifier.
 *
 * @param maximum the maximum value
 * @param since the first release with this maximum
 * @param remedy the remedy for larger values
 */
record VerifierLimit(String name, int maximum, KernelVersion since, Remedy remedy) {}
