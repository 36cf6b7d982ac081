@NullMarked
package io.github.bpflinker.maven.operation;

import org.jspecify.annotations.NullMarked;
