/** Fetches bytedeco's LLVM for this machine through Maven, when it is first needed. */
@NullMarked
package io.github.bpflinker.maven.natives;

import org.jspecify.annotations.NullMarked;
