/** The messages of failed goals: the problem, its location, the cause and the remedy. */
@NullMarked
package io.github.bpflinker.maven.messages;

import org.jspecify.annotations.NullMarked;
