/** The sentences that users read when a goal fails: what, where, why, and what to do. The only place for them. */
@NullMarked
package io.github.bpflinker.maven.messages;

import org.jspecify.annotations.NullMarked;
