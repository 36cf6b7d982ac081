package io.github.bpflinker.btf.dump;

import java.util.Set;

/** Keywords and predefined names that a C header can't use as identifiers. */
final class CKeywords {

    private static final Set<String> KEYWORDS = Set.of(
            "auto",
            "break",
            "case",
            "char",
            "const",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extern",
            "float",
            "for",
            "goto",
            "if",
            "inline",
            "int",
            "long",
            "register",
            "restrict",
            "return",
            "short",
            "signed",
            "sizeof",
            "static",
            "struct",
            "switch",
            "typedef",
            "union",
            "unsigned",
            "void",
            "volatile",
            "while",
            "asm",
            "typeof",
            "_Alignas",
            "_Alignof",
            "_Atomic",
            "_Bool",
            "_Complex",
            "_Generic",
            "_Imaginary",
            "_Noreturn",
            "_Static_assert",
            "_Thread_local",
            // Predefined by every target, with different sizes.
            "__builtin_va_list");

    /** Keywords since C23 that headers for older C define themselves. */
    private static final Set<String> SINCE_C23 = Set.of("bool", "true", "false");

    private CKeywords() {}

    static boolean contains(String word) {
        return KEYWORDS.contains(word);
    }

    static boolean isSinceC23(String word) {
        return SINCE_C23.contains(word);
    }
}
