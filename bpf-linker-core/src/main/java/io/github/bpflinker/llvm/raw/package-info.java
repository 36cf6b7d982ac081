/**
 * The LLVM C API, one method per C function, bound with JNA's direct mapping to the one libLLVM of this process. Handles
 * are {@code long}, strings that LLVM owns are {@link com.sun.jna.Pointer}. Nothing else lives here, and nobody but
 * {@code io.github.bpflinker.llvm} may use it. A class holds what one C header declares and what every LLVM from 17 on
 * has; functions that only some versions have get a class of their own.
 */
@NullMarked
package io.github.bpflinker.llvm.raw;

import org.jspecify.annotations.NullMarked;
