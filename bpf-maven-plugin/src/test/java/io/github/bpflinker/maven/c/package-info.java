@NullMarked
package io.github.bpflinker.maven.c;

import org.jspecify.annotations.NullMarked;
