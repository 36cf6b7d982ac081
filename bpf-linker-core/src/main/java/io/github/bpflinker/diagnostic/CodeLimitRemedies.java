package io.github.bpflinker.diagnostic;

import io.github.bpflinker.option.LinkOption;
import io.github.bpflinker.option.OptionNames;

/** The remedies for unsupported code, one phrase for each limit. */
final class CodeLimitRemedies {

    private CodeLimitRemedies() {}

    static String remedy(CodeLimit limit, OptionNames names) {
        String llvm = names.name(LinkOption.LLVM);
        String cpuV4 = names.with(LinkOption.CPU, "v4");
        return switch (limit) {
            case ARGUMENTS ->
                "BPF functions take up to 5 arguments and return up to 64 bits, so simplify it or have it inlined";
            case HELPER_ARGUMENTS ->
                "no helper takes more than 5, so declare it as the kernel does: include <bpf/bpf_helpers.h>";
            case PROTOTYPE -> "include the header that declares it, or declare it with the types of its parameters";
            case AGGREGATE -> "pass a pointer to the struct instead, or have the function inlined";
            case LIBRARY ->
                "BPF has no C library; add an input that defines it, or write it as a loop or a helper call";
            case FLOATING_POINT -> "BPF has no floating point; count in integers, such as thousandths";
            case WIDE_INTEGER ->
                "BPF multiplies and divides up to 64 bits; overflow checks of 64-bit products need 128, so bound the"
                        + " factors instead";
            case SIGNED_DIVISION ->
                "divide unsigned numbers, or generate code with " + cpuV4 + ", which needs Linux 6.6 or newer";
            case ATOMIC ->
                "BPF has atomic add, and, or, xor, exchange, and compare-and-exchange on 32 and 64 bits; use one of"
                        + " these, or a bpf_spin_lock in the map value";
            case ATOMIC_CPU ->
                "generate code with " + names.with(LinkOption.CPU, "v3")
                        + ", which needs Linux 5.12 or newer, or add to 64 bits and leave the old value";
            case ATOMIC_ORDER ->
                "use relaxed order, or an operation that returns the old value; acquire and release take LLVM 21 or"
                        + " newer (" + llvm + ") and " + cpuV4 + ", which needs Linux 6.15 or newer";
            case FENCE -> "use an atomic operation that returns the old value, which is a full fence in BPF";
            case DYNAMIC_STACK -> "give the array a constant size, or keep it in a map";
            case INDIRECT_JUMP ->
                "write it as a switch; LLVM 22 or newer (" + llvm + ") with " + cpuV4
                        + " has computed gotos, which only the newest" + " kernels accept";
            case INDIRECT_CALL ->
                "no kernel accepts it, so call the functions by their names, chosen by a switch (Rust: match, generics"
                        + " instead of dyn, no formatting by core::fmt), or have it inlined";
            case FRAME -> "leave it out; bpf_get_stack gives the stack of the program's caller";
            case TRAP ->
                "return instead, link with " + names.with(LinkOption.PANIC_EXIT, "0")
                        + ", which does that, or with LLVM 22 or newer (" + llvm + "), which has"
                        + " traps for Linux 6.16 or newer";
            case THREAD_LOCAL -> "BPF has no threads; keep it in a per-CPU array map, or in a plain variable";
            case INLINE_ASSEMBLY -> "correct the inline assembly";
        };
    }
}
