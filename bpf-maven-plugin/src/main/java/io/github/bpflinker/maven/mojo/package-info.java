/** The goals: they convert parameters to requests, and failures to Maven's exceptions. No knowledge of BPF. */
@NullMarked
package io.github.bpflinker.maven.mojo;

import org.jspecify.annotations.NullMarked;
