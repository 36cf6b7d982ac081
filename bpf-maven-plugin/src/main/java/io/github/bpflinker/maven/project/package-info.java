/** What a Maven project holds: its objects, by convention or configuration, and where everything lies. */
@NullMarked
package io.github.bpflinker.maven.project;

import org.jspecify.annotations.NullMarked;
