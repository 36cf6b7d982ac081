/**
 * The command line: reading arguments, exit codes, the wording of errors. The command {@code link} is on the path of
 * every rustc build, so it starts without annotations, {@link String#format} and logging frameworks; picocli gets a model
 * that was built by hand. May use every other package.
 */
@NullMarked
package io.github.bpflinker.cli;

import org.jspecify.annotations.NullMarked;
