@NullMarked
package io.github.bpflinker.machine;

import org.jspecify.annotations.NullMarked;
