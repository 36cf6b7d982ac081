@NullMarked
package io.github.bpflinker.maven.worker;

import org.jspecify.annotations.NullMarked;
