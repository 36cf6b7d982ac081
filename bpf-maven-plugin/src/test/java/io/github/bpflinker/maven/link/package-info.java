@NullMarked
package io.github.bpflinker.maven.link;

import org.jspecify.annotations.NullMarked;
