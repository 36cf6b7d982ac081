/** What parameters take. */
@NullMarked
package io.github.bpflinker.maven.mojo;

import org.jspecify.annotations.NullMarked;
