/** Writes the reports of goals into files. Knows no Maven. */
@NullMarked
package io.github.bpflinker.maven.report;

import org.jspecify.annotations.NullMarked;
