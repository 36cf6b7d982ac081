/**
 * Diagnostics: kind, severity, location and data of a problem, their messages, and the exception that carries them. May
 * use {@code option}, {@code demangle}, {@code text} and {@code version}.
 */
@NullMarked
package io.github.bpflinker.diagnostic;

import org.jspecify.annotations.NullMarked;
