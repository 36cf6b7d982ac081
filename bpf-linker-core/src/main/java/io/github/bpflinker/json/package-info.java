/**
 * JSON (RFC 8259), read strictly and written compactly; for the worker protocol and machine-readable output. A library
 * would cost more start-up time than these few classes. Depends on nothing else here.
 */
@NullMarked
package io.github.bpflinker.json;

import org.jspecify.annotations.NullMarked;
