/** Tests of the package; the C files of {@code combine} are linked by libbpf too. */
@NullMarked
package io.github.bpflinker.combine;

import org.jspecify.annotations.NullMarked;
