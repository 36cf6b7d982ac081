/**
 * Other kernels than the running one, in virtual machines: a kernel image, a root file system with a small Java runtime image
 * and this library, and qemu, which needs no rights. Knows nothing of BPF but the command line of this library.
 */
@NullMarked
package io.github.bpflinker.machine;

import org.jspecify.annotations.NullMarked;
