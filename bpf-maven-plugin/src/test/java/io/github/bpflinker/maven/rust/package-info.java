@NullMarked
package io.github.bpflinker.maven.rust;

import org.jspecify.annotations.NullMarked;
