/**
 * Passes and checks between merging and code generation, one class each. A pass implements {@link
 * io.github.bpflinker.link.pass.LinkPass} and modifies only the module; {@code link.Passes} defines their order. May
 * use {@code link.resolve}, {@code llvm} and the packages below them.
 */
@NullMarked
package io.github.bpflinker.link.pass;

import org.jspecify.annotations.NullMarked;
