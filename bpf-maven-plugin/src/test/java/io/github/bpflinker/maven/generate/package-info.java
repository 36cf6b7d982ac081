/** Tests of the goal {@code generate}. */
@NullMarked
package io.github.bpflinker.maven.generate;

import org.jspecify.annotations.NullMarked;
