package io.github.bpflinker.diagnostic;

import io.github.bpflinker.demangle.RustSymbol;
import java.util.Optional;
import java.util.Set;

/** Explains an undefined symbol and how to define or declare it in its language. */
final class UndefinedSymbolSentence {

    /** The last component of the panic handler's symbol, which crates without std must define. */
    private static final String PANIC_HANDLER = "rust_begin_unwind";

    /** Functions of the C library that programs commonly use. */
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
                    ? "add the input that defines it, or declare it with #[link_name = \"__bpf_ksym.NAME\"] if the"
                            + " kernel does"
                    : "add the input that defines it, or declare it __ksym or __kconfig if the kernel does";
        }
        String name = origin.get().name();
        return (name.equals(symbol) ? "it is " : "did you mean " + name + ", ") + use(origin.get(), fields.isRust());
    }

    /** The remedy for the name of a helper or kfunc. */
    private static String use(SymbolOrigin origin, boolean rust) {
        if (origin.helper() != null) {
            return "helper " + origin.helper() + " of the kernel, which is called by that number; "
                    + (rust
                            ? "call core::mem::transmute::<usize, extern \"C\" fn(…) -> …>(" + origin.helper() + ")"
                            : "include <bpf/bpf_helpers.h> instead of declaring it");
        }
        return "a function of the kernel; "
                + (rust
                        ? "declare it in Rust with #[link_name = \"__bpf_ksym." + origin.name() + "\"]"
                        : "declare it with __ksym behind its parameters");
    }
}
