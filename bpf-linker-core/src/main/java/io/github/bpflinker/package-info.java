/**
 * The vocabulary that every other package shares: diagnostics, the exception, enums. Depends on nothing else here.
 */
@NullMarked
package io.github.bpflinker;

import org.jspecify.annotations.NullMarked;
