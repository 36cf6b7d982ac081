/**
 * Java sources for a BPF object: a class that opens and loads it, with a method for each map, program and global variable, and
 * a record with a view for each struct. {@link io.github.bpflinker.generate.JavaGenerator} is the entry; what it writes uses
 * {@code io.github.bpflinker.typed}. Works on the plan of an object and its BTF; knows neither kernel nor files.
 *
 * <p>Each {@link io.github.bpflinker.generate.Shape} says how one C type looks in Java; the classes named {@code …Source} write
 * one kind of class each.
 */
@NullMarked
package io.github.bpflinker.generate;

import org.jspecify.annotations.NullMarked;
