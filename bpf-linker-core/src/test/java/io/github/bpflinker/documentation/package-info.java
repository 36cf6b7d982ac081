/** The README held to what it says: its example is compiled and run, its commands are those of the build. */
@NullMarked
package io.github.bpflinker.documentation;

import org.jspecify.annotations.NullMarked;
