/** Tests of the system calls, against the running kernel. */
@NullMarked
package io.github.bpflinker.load.syscall;

import org.jspecify.annotations.NullMarked;
