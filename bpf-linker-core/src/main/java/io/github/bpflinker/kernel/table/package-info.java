/**
 * The history of BPF features in Linux: tables in resource files, each with its source, and their readers. Independent
 * of any object. May use {@code text} and {@code version}.
 */
@NullMarked
package io.github.bpflinker.kernel.table;

import org.jspecify.annotations.NullMarked;
