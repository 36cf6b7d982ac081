/**
 * Values in memory as BTF types describe them, to JSON and back: structs with field names, {@code char[]} as text, enumerations
 * by name. Uses the BTF model and JSON, nothing else.
 */
@NullMarked
package io.github.bpflinker.btf.value;

import org.jspecify.annotations.NullMarked;
