@NullMarked
package io.github.bpflinker.maven.architecture;

import org.jspecify.annotations.NullMarked;
