/** Tests of generated Java sources: compiled with every warning as an error, and used. */
@NullMarked
package io.github.bpflinker.generate;

import org.jspecify.annotations.NullMarked;
