/** Writes BTF in forms that people and programs read. Knows no Maven. */
@NullMarked
package io.github.bpflinker.maven.btf;

import org.jspecify.annotations.NullMarked;
