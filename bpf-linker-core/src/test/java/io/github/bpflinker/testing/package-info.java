/** What tests of several packages share: the tools of the machine, commands, temporary programs. */
@NullMarked
package io.github.bpflinker.testing;

import org.jspecify.annotations.NullMarked;
