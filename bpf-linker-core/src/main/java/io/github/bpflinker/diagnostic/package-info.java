/** What the linker finds, as data: a diagnostic with its kind, severity and place, and the exception that carries them.
 * Uses only the values of {@code version}. */
@NullMarked
package io.github.bpflinker.diagnostic;

import org.jspecify.annotations.NullMarked;
