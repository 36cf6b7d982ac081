/** The values of options of a link: kinds of output, levels of optimization, which LLVM. Uses no other package but
 * {@code version}. */
@NullMarked
package io.github.bpflinker.option;

import org.jspecify.annotations.NullMarked;
