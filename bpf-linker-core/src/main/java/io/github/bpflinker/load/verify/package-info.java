/** Whether the running kernel accepts an object: each program is loaded, and unloaded again. Nothing is pinned or attached. */
@NullMarked
package io.github.bpflinker.load.verify;

import org.jspecify.annotations.NullMarked;
