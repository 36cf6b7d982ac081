/** The goals {@code btf-dump} and {@code vmlinux}. Does not use Maven's API. */
@NullMarked
package io.github.bpflinker.maven.btf;

import org.jspecify.annotations.NullMarked;
