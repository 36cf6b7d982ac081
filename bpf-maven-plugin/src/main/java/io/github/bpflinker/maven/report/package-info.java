/** Reading of objects and writing of report files. Does not use Maven's API. */
@NullMarked
package io.github.bpflinker.maven.report;

import org.jspecify.annotations.NullMarked;
