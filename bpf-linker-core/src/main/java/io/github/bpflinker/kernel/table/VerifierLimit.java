package io.github.bpflinker.kernel.table;

import io.github.bpflinker.diagnostic.Remedy;

/**
 * A limit of the verifier.
 *
 * @param maximum the maximum value
 * @param releases those with this maximum
 * @param remedy the remedy for larger values
 */
record VerifierLimit(String name, int maximum, Releases releases, Remedy remedy) {}
