/**
 * Finds every libLLVM of the machine, the one in bytedeco's jar included, and says which to load and why. Loads none
 * into this process: whatever has to be asked of a library is asked in a child. May use the root package only.
 */
@NullMarked
package io.github.bpflinker.llvm.locate;

import org.jspecify.annotations.NullMarked;
