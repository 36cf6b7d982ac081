/** Tests of the headers that come with the plugin: real compilers, installed headers, the running kernel. */
@NullMarked
package io.github.bpflinker.maven.headers;

import org.jspecify.annotations.NullMarked;
