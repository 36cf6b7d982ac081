/**
 * Which modules of which inputs a link needs, and their merging into one. Nothing here changes what the merged module
 * means: dropping, hiding and optimizing is for the packages above.
 */
@NullMarked
package io.github.bpflinker.link.resolve;

import org.jspecify.annotations.NullMarked;
