/**
 * What generated classes are made of: types and views of structs, sections of global variables, events with a type, and the
 * object that is read from the class path. Written by {@code io.github.bpflinker.generate}; applications use it through the
 * generated classes. Built on {@code load}, {@code map} and {@code events}.
 */
@NullMarked
package io.github.bpflinker.typed;

import org.jspecify.annotations.NullMarked;
