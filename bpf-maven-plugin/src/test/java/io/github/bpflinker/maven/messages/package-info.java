@NullMarked
package io.github.bpflinker.maven.messages;

import org.jspecify.annotations.NullMarked;
