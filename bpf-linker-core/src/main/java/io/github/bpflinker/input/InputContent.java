package io.github.bpflinker.input;

/** What an input turned out to hold. */
public sealed interface InputContent permits ModuleInput, SymbolObject, Archive {

    /** What messages call it: a path, or {@code lib.a(member.o)}. */
    String name();
}
