package io.github.bpflinker.link.resolve;

import io.github.bpflinker.input.CompiledObject;

/**
 * A compiled object that is part of the link.
 *
 * @param object the object
 * @param direct whether it is linked without being asked for, as an input on the command line is
 * @param reason {@code command line}, {@code whole archive}, or the symbol that required it
 * @param askedBy the input that references that symbol
 */
public record LinkedObject(CompiledObject object, boolean direct, String reason, String askedBy) {}
