/** The goals: they turn parameters into requests and failures into what Maven shows. No knowledge of BPF. */
@NullMarked
package io.github.bpflinker.maven.mojo;

import org.jspecify.annotations.NullMarked;
