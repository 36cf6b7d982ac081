/** Tests of what is found out about the running kernel. */
@NullMarked
package io.github.bpflinker.load.host;

import org.jspecify.annotations.NullMarked;
