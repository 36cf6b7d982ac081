/**
 * One interface for each kind of program, with the ways in which it can be attached. A generated program implements those of
 * its section.
 */
@NullMarked
package io.github.bpflinker.typed.program;

import org.jspecify.annotations.NullMarked;
