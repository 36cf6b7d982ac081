/** Tests of the package. */
@NullMarked
package io.github.bpflinker.cli.json;

import org.jspecify.annotations.NullMarked;
