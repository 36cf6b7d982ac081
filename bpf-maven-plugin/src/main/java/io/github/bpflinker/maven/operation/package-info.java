/** The operations behind the goals: one request each, no knowledge of Maven. */
@NullMarked
package io.github.bpflinker.maven.operation;

import org.jspecify.annotations.NullMarked;
