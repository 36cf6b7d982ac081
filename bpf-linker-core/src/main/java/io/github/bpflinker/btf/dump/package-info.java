/**
 * Text output of BTF: bpftool's raw and JSON formats, C headers, and a listing of {@code .BTF.ext}. May use {@code btf}
 * and the packages below it.
 */
@NullMarked
package io.github.bpflinker.btf.dump;

import org.jspecify.annotations.NullMarked;
