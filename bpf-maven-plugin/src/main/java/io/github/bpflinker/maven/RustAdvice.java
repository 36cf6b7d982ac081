package io.github.bpflinker.maven;

import java.util.LinkedHashMap;
import java.util.Map;

/** Advice for errors of rustc that have a BPF-specific cause. */
final class RustAdvice {

    private static final String NO_STD =
            "BPF has no std: begin the crate with #![no_std] and #![no_main], and use core";

    private static final Map<String, String> BY_TEXT = byText();

    private RustAdvice() {}

    private static Map<String, String> byText() {
        Map<String, String> advice = new LinkedHashMap<>();
        advice.put(
                "`#[panic_handler]` function required",
                "write #[panic_handler] fn panic(_: &core::panic::PanicInfo) -> ! { loop {} } in the crate");
        advice.put("can't find crate for `std`", NO_STD);
        advice.put("can't find crate for `alloc`", "BPF has no heap: use arrays of a constant size, or maps");
        advice.put("no global memory allocator found", "BPF has no heap: use arrays of a constant size, or maps");
        advice.put("use of unresolved module or unlinked crate `std`", NO_STD);
        advice.put("failed to resolve: use of undeclared crate or module `std`", NO_STD);
        advice.put("cannot find macro `println`", "BPF has no output: call the helper bpf_trace_printk");
        advice.put("cannot find macro `vec`", "BPF has no heap: use arrays of a constant size, or maps");
        advice.put("cannot find macro `format`", "BPF has no heap: use arrays of a constant size, or maps");
        advice.put("requires `start` lang_item", "begin the crate with #![no_main]");
        advice.put("using `fn main` requires the standard library", "begin the crate with #![no_main]");
        advice.put("`main` function not found", "begin the crate with #![no_main]");
        advice.put(
                "unwinding panics are not supported without std", "set panic = \"abort\" in the profile of Cargo.toml");
        return advice;
    }

    /** The advice to append to an error; empty if there is none. */
    static String behind(String error) {
        return BY_TEXT.entrySet().stream()
                .filter(entry -> error.contains(entry.getKey()))
                .findFirst()
                .map(entry -> "; " + entry.getValue())
                .orElse("");
    }
}
