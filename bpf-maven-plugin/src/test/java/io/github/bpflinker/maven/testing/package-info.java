/** What several tests share. */
@NullMarked
package io.github.bpflinker.maven.testing;

import org.jspecify.annotations.NullMarked;
