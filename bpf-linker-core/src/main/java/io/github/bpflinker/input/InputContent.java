package io.github.bpflinker.input;

/** The content of an input, by kind. */
public sealed interface InputContent permits ModuleInput, CompiledObject, ObjectWithoutBitcode, Archive {

    /** The name used in messages: a path, or {@code lib.a(member.o)}. */
    String name();
}
