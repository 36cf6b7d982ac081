package io.github.bpflinker.diagnostic;

import io.github.bpflinker.demangle.RustSymbol;
import java.util.Optional;
import java.util.Set;

/** Says of a symbol that nothing defines what it may be, and how its language gets at that. */
final class UndefinedSymbolSentence {

    /** What the standard library of Rust defines, and crates without it have to; the last word of its path. */
    private static final String PANIC_HANDLER = "rust_begin_unwind";

    /** What C programs expect of a C library. */
    private static final Set<String> C_LIBRARY = Set.of(
            "printf",
            "puts",
            "sprintf",
            "snprintf",
            "malloc",
            "calloc",
            "free",
            "strlen",
            "strcmp",
            "strncmp",
            "strcpy",
            "strncpy",
            "strcat",
            "strchr",
            "strstr",
            "memchr",
            "atoi",
            "strtol",
            "exit",
            "abort",
            "rand",
            "time");

    private UndefinedSymbolSentence() {}

    static String sentence(DiagnosticFields fields) {
        return fields.symbol("a symbol") + " is defined nowhere"
                + (fields.hasFunction() ? "; " + fields.function() + " uses it" : "")
                + "; " + remedy(fields);
    }

    private static String remedy(DiagnosticFields fields) {
        String symbol = fields.symbolName("");
        if (RustSymbol.demangle(symbol).endsWith(PANIC_HANDLER)) {
            return "the crate has no panic handler: write #[panic_handler] fn panic(_: &core::panic::PanicInfo) -> ! {"
                    + " loop {} } in it";
        }
        if (C_LIBRARY.contains(symbol)) {
            return "BPF has no C library; write it in the program, or use a helper such as bpf_printk or bpf_strncmp";
        }
        Optional<SymbolOrigin> origin = fields.payload(SymbolOrigin.class);
        if (origin.isEmpty()) {
            return fields.isRust()
                    ? "add the input that defines it; what the kernel defines is reached from a C file of the object"
                    : "add the input that defines it, or declare it __ksym or __kconfig if the kernel does";
        }
        String name = origin.get().name();
        return (name.equals(symbol) ? "it is " : "did you mean " + name + ", ") + use(origin.get(), fields.isRust());
    }

    /** What the kernel has under that name, and how to get at it. */
    private static String use(SymbolOrigin origin, boolean rust) {
        if (origin.helper() != null) {
            return "helper " + origin.helper() + " of the kernel, which is called by that number; "
                    + (rust
                            ? "call core::mem::transmute::<usize, extern \"C\" fn(…) -> …>(" + origin.helper() + ")"
                            : "include <bpf/bpf_helpers.h> instead of declaring it");
        }
        return "a function of the kernel; "
                + (rust
                        ? "Rust can't declare those, so call it from a C file of the object, which can"
                        : "declare it with __ksym behind its parameters");
    }
}
