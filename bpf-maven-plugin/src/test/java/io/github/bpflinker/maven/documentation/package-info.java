/** Whether the pages in {@code docs} say what there is. */
@NullMarked
package io.github.bpflinker.maven.documentation;

import org.jspecify.annotations.NullMarked;
