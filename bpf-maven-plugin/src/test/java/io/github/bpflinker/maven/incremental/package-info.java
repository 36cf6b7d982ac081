@NullMarked
package io.github.bpflinker.maven.incremental;

import org.jspecify.annotations.NullMarked;
