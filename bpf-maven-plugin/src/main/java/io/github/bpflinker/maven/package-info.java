/**
 * Common types of the plugin: failures, diagnostics and the log. It uses no other package of the plugin. The other
 * packages form layers, from bottom to top: {@code messages}, {@code process}, {@code incremental}, {@code project},
 * {@code natives}, {@code worker}, {@code rust}, {@code compile}, {@code link} and {@code mojo}. Only {@code mojo} and
 * {@code natives} use Maven's API.
 */
@NullMarked
package io.github.bpflinker.maven;

import org.jspecify.annotations.NullMarked;
