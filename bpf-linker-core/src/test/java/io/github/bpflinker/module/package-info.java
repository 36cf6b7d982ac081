/** Core as a Java module. */
@NullMarked
package io.github.bpflinker.module;

import org.jspecify.annotations.NullMarked;
