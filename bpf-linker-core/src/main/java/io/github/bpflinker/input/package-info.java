/**
 * What can be linked and how it is found: bitcode with its header, IR text, bitcode embedded in ELF objects, archives.
 * Kinds are told by content, never by name; files are mapped, never copied. {@link InputReader} is the way in. May use
 * {@code elf} and the root package; LLVM comes later.
 */
@NullMarked
package io.github.bpflinker.input;

import org.jspecify.annotations.NullMarked;
