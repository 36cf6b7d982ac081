/** Downloads bytedeco's LLVM for this machine with Maven's resolver on first use. */
@NullMarked
package io.github.bpflinker.maven.natives;

import org.jspecify.annotations.NullMarked;
