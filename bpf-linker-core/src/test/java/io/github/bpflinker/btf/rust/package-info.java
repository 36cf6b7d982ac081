@NullMarked
package io.github.bpflinker.btf.rust;

import org.jspecify.annotations.NullMarked;
