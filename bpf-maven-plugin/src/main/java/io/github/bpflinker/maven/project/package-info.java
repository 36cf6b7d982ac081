/**
 * The model of a project: its objects, by convention or configuration, their variants, and the directory layout. Does
 * not use Maven's API.
 */
@NullMarked
package io.github.bpflinker.maven.project;

import org.jspecify.annotations.NullMarked;
