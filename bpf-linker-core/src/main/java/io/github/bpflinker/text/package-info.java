/** Text for people: printable names and suggestions for unknown names. Uses no other package. */
@NullMarked
package io.github.bpflinker.text;

import org.jspecify.annotations.NullMarked;
