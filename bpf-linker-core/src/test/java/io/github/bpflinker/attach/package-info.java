/** Attaches for real, in the running kernel or in that of a virtual machine, and sees the effect. */
@NullMarked
package io.github.bpflinker.attach;

import org.jspecify.annotations.NullMarked;
