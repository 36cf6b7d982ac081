/** The goal {@code verify}. Does not use Maven's API. */
@NullMarked
package io.github.bpflinker.maven.verify;

import org.jspecify.annotations.NullMarked;
