/** Tests of writing: code and files. */
@NullMarked
package io.github.bpflinker.link.emit;

import org.jspecify.annotations.NullMarked;
