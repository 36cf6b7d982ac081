/** The findings and options of the linker in the terms of Maven. */
@NullMarked
package io.github.bpflinker.maven.messages;

import org.jspecify.annotations.NullMarked;
