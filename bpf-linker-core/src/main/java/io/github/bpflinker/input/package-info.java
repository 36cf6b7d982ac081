/**
 * The inputs of a link: bitcode and its identification, IR text, bitcode embedded in ELF objects, archives. {@link
 * InputReader} is the entry point; it determines the kind of an input by its content and reads files into memory. Does
 * not use LLVM. May use {@code elf}, {@code diagnostic}, {@code file} and {@code version}.
 */
@NullMarked
package io.github.bpflinker.input;

import org.jspecify.annotations.NullMarked;
