package io.github.bpflinker.kernel.table;

import io.github.bpflinker.version.KernelVersion;

/**
 * A limit of the verifier.
 *
 * @param maximum the largest allowed value
 * @param since the first release with this maximum
 * @param remedy what to do about larger ones
 */
record VerifierLimit(String name, int maximum, KernelVersion since, Remedy remedy) {}
