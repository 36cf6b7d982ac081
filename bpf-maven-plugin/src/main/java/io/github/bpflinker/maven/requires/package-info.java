/** The goal {@code requires}. Does not use Maven's API. */
@NullMarked
package io.github.bpflinker.maven.requires;

import org.jspecify.annotations.NullMarked;
