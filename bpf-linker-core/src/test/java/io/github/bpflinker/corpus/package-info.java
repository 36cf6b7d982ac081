/**
 * The directive-driven corpus under {@code src/test/resources/corpus}: reads its cases, compiles and links them, and
 * holds what came out against what they say. Its README describes the directives. Starts the linker only as a child
 * process, as a user would.
 */
@NullMarked
package io.github.bpflinker.corpus;

import org.jspecify.annotations.NullMarked;
