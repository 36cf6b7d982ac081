/** Says for each object the oldest kernel that can load it. Knows no Maven. */
@NullMarked
package io.github.bpflinker.maven.requires;

import org.jspecify.annotations.NullMarked;
