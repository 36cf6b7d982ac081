/**
 * Facts about Linux: which release brought which feature. Tables in resource files, each with its source, and their
 * reader; they say nothing about any program. May use only the root package.
 */
@NullMarked
package io.github.bpflinker.kernel.table;

import org.jspecify.annotations.NullMarked;
