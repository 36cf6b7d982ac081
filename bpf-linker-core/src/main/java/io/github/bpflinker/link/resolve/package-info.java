/**
 * Symbol resolution and merging of modules. The semantics of the merged module are not changed here; internalizing and
 * optimization are done in {@code link.pass}. May use {@code llvm}, {@code input} and the packages below them.
 */
@NullMarked
package io.github.bpflinker.link.resolve;

import org.jspecify.annotations.NullMarked;
