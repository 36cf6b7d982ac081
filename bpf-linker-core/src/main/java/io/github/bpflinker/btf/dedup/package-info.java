/**
 * Deduplication of BTF types and removal of unreachable ones. Each operation returns a new {@code Btf}. May use {@code
 * btf} and the packages below it.
 */
@NullMarked
package io.github.bpflinker.btf.dedup;

import org.jspecify.annotations.NullMarked;
