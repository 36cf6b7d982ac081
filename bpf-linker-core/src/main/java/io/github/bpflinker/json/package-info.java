/**
 * A parser and a writer of JSON (RFC 8259) for the worker protocol and machine-readable output; a library would
 * increase the start-up time. Uses no other package.
 */
@NullMarked
package io.github.bpflinker.json;

import org.jspecify.annotations.NullMarked;
