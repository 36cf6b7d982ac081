/**
 * ELF files as the linker meets them: a read-only view of any of them, and a BPF object's programs, maps and
 * relocations on top of it. Nothing here changes or writes a file. May use only the root package.
 */
@NullMarked
package io.github.bpflinker.elf;

import org.jspecify.annotations.NullMarked;
