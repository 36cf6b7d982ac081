/**
 * Verification of objects with the running kernel: programs are loaded and unloaded again. Nothing is pinned or
 * attached.
 */
@NullMarked
package io.github.bpflinker.load.verify;

import org.jspecify.annotations.NullMarked;
