@NullMarked
package io.github.bpflinker.maven.project;

import org.jspecify.annotations.NullMarked;
