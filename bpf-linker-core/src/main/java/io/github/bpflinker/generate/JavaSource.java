package io.github.bpflinker.generate;

/**
 * A generated source file.
 *
 * @param path relative to the root of sources, with slashes, as in {@code com/example/Packets.java}
 * @param text the content; ends with a newline
 */
public record JavaSource(String path, String text) {}
