/** Tests of loading, into the running kernel. */
@NullMarked
package io.github.bpflinker.load;

import org.jspecify.annotations.NullMarked;
