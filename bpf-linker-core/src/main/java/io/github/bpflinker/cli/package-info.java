/**
 * The command line: reading arguments, exit codes, the wording of errors. The command {@code link} is on the path of
 * every rustc build, so it starts without reflection, {@link String#format} and logging frameworks; the other commands
 * and the help text go through picocli. May use every other package.
 */
@NullMarked
package io.github.bpflinker.cli;

import org.jspecify.annotations.NullMarked;
