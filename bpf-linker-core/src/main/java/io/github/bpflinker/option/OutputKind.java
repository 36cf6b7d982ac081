package io.github.bpflinker.option;

import java.util.Optional;

/** The kinds of files that a link can write. */
public enum OutputKind implements NamedValue {
    /** LLVM bitcode, after optimization (before it with {@code relocatable}). */
    LLVM_BC("llvm-bc", "bc"),
    /** BPF assembly. */
    ASM("asm", "s"),
    /** LLVM IR as text. */
    LLVM_IR("llvm-ir", "ll"),
    /** A BPF ELF object. */
    OBJ("obj", "o");

    private final String optionName;
    private final String suffix;

    OutputKind(String optionName, String suffix) {
        this.optionName = optionName;
        this.suffix = suffix;
    }

    /** Its name on the command line, as bpf-linker has it. */
    @Override
    public String optionName() {
        return optionName;
    }

    /** Its file suffix, without the dot. */
    public String suffix() {
        return suffix;
    }

    public static Optional<OutputKind> ofOptionName(String name) {
        for (OutputKind kind : values()) {
            if (kind.optionName.equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
