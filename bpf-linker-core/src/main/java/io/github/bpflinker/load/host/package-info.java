/**
 * The running kernel: types, symbols, configuration, features, and permissions of this process. Properties are
 * determined on first use and cached for the process. Independent of the objects to load. May use {@code load.bind} and
 * the packages below it.
 */
@NullMarked
package io.github.bpflinker.load.host;

import org.jspecify.annotations.NullMarked;
