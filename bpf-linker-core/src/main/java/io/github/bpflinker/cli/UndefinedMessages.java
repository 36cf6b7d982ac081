package io.github.bpflinker.cli;

import io.github.bpflinker.demangle.RustSymbol;
import io.github.bpflinker.kernel.table.KernelNames;
import java.util.Optional;
import java.util.Set;

/** Says of a symbol that nothing defines what it may be, and how its language gets at that. */
final class UndefinedMessages {

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

    private UndefinedMessages() {}

    static String sentence(DiagnosticFields facts) {
        return facts.symbol("a symbol") + " is defined nowhere"
                + (facts.hasFunction() ? "; " + facts.function() + " uses it" : "")
                + "; " + remedy(facts.symbolName(""), facts.isRust());
    }

    private static String remedy(String symbol, boolean rust) {
        if (RustSymbol.demangle(symbol).endsWith(PANIC_HANDLER)) {
            return "the crate has no panic handler: write #[panic_handler] fn panic(_: &core::panic::PanicInfo) -> ! {"
                    + " loop {} } in it";
        }
        if (C_LIBRARY.contains(symbol)) {
            return "BPF has no C library; write it in the program, or use a helper such as bpf_printk or bpf_strncmp";
        }
        Optional<String> exact = known(symbol, rust).map(what -> "it is " + what);
        return exact.orElseGet(() -> KernelNames.nearest(symbol)
                .map(nearest ->
                        "did you mean " + nearest + ", " + known(nearest, rust).orElse(""))
                .orElseGet(() -> rust
                        ? "add the input that defines it; what the kernel defines is reached from a C file of the object"
                        : "add the input that defines it, or declare it __ksym or __kconfig if the kernel does"));
    }

    /** What the kernel has under that name, if it has something, and how to get at it. */
    private static Optional<String> known(String name, boolean rust) {
        Optional<Integer> helper = KernelNames.helper(name);
        if (helper.isPresent()) {
            String what = "helper " + helper.get() + " of the kernel, which is called by that number; ";
            return Optional.of(what
                    + (rust
                            ? "call core::mem::transmute::<usize, extern \"C\" fn(…) -> …>(" + helper.get() + ")"
                            : "include <bpf/bpf_helpers.h> instead of declaring it"));
        }
        return KernelNames.isFunction(name)
                ? Optional.of("a function of the kernel; "
                        + (rust
                                ? "Rust can't declare those, so call it from a C file of the object, which can"
                                : "declare it with __ksym behind its parameters"))
                : Optional.empty();
    }
}
