/** Helpers for files: comparison of paths, descriptions of I/O errors. May use {@code diagnostic}. */
@NullMarked
package io.github.bpflinker.file;

import org.jspecify.annotations.NullMarked;
