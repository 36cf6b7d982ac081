/** Helpers for messages: escaping of names, suggestions for unknown names. Uses no other package. */
@NullMarked
package io.github.bpflinker.text;

import org.jspecify.annotations.NullMarked;
