/**
 * The options of a link: their table, their values and the types of values. May use {@code input} types and {@code
 * version}.
 */
@NullMarked
package io.github.bpflinker.option;

import org.jspecify.annotations.NullMarked;
