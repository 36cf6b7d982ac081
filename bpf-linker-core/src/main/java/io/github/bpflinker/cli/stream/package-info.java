/** The standard streams by their descriptors, beside those of the JDK. Knows nothing of links and commands. */
@NullMarked
package io.github.bpflinker.cli.stream;

import org.jspecify.annotations.NullMarked;
