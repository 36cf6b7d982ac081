/** Tests of making BTF small, compared with what bpftool makes of the same files. */
@NullMarked
package io.github.bpflinker.btf.dedup;

import org.jspecify.annotations.NullMarked;
