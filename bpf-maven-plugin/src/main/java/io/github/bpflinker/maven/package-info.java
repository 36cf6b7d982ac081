/**
 * The vocabulary of the plugin: why a build fails, what it tells. Depends on nothing else here; above it lie, each on
 * those before it, {@code messages}, {@code process}, {@code incremental}, {@code project}, {@code natives},
 * {@code worker}, {@code compile}, {@code rust}, {@code link} and {@code mojo}. Only {@code mojo} and {@code natives}
 * know Maven.
 */
@NullMarked
package io.github.bpflinker.maven;

import org.jspecify.annotations.NullMarked;
