/** The goals about CO-RE: what relocations become on other kernels, and the types that they need. */
@NullMarked
package io.github.bpflinker.maven.core;

import org.jspecify.annotations.NullMarked;
