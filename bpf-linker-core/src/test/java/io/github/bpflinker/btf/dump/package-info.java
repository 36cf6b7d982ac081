/** Tests of BTF as text, compared with bpftool and read back through clang. */
@NullMarked
package io.github.bpflinker.btf.dump;

import org.jspecify.annotations.NullMarked;
