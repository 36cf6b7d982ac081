/** Tests of findings: their sentences, and their way through JSON. */
@NullMarked
package io.github.bpflinker.diagnostic;

import org.jspecify.annotations.NullMarked;
