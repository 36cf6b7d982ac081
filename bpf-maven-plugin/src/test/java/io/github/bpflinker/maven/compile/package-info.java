@NullMarked
package io.github.bpflinker.maven.compile;

import org.jspecify.annotations.NullMarked;
