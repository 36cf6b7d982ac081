/**
 * The command line: arguments, commands, exit codes, logging. The command {@code link} runs in every rustc build, so
 * for a fast start it avoids annotations, {@link String#format} and logging frameworks, and builds picocli's model
 * programmatically. May use every other package.
 */
@NullMarked
package io.github.bpflinker.cli;

import org.jspecify.annotations.NullMarked;
