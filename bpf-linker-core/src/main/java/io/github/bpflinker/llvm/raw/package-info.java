/**
 * The LLVM C API, one method per C function, bound with JNA's direct mapping to the one libLLVM of this process.
 * Handles are {@code long}, strings that LLVM owns are {@link com.sun.jna.Pointer}. Only {@code
 * io.github.bpflinker.llvm} may use this package. Each class has functions of one C header that every LLVM from 17 on
 * has; functions of only some versions are in separate classes.
 */
@NullMarked
package io.github.bpflinker.llvm.raw;

import org.jspecify.annotations.NullMarked;
