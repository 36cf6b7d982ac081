/** Facts about files that the JDK does not offer: whether two names are one file, why the system refused. Uses no other
 * package. */
@NullMarked
package io.github.bpflinker.file;

import org.jspecify.annotations.NullMarked;
