package io.github.bpflinker.kernel.verifier;

import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.kernel.requirements.UseSite;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Recognizes the endless loop that Rust's panic handler usually is. Without {@code std} it may not return, so most write
 * {@code loop {}}, which no kernel accepts in a program that can get there.
 */
final class PanicLoop {

    private static final Pattern ENDLESS = Pattern.compile("infinite loop detected .*|back-edge from insn .*");

    /** What panics in core, and what they call, in either way of mangling. */
    private static final Pattern PANIC_FUNCTION =
            Pattern.compile(".*(?:rust_begin_unwind|\\dpanicking|panic_fmt|panic_handler|rust_panic).*");

    private static final Pattern EMPTY_LOOP = Pattern.compile("loop\\s*\\{\\s*\\}.*");

    private PanicLoop() {}

    /**
     * Whether it is one.
     *
     * @param message what the verifier complains about
     * @param place the instruction that it complains about
     * @param text the source line of it, empty if it is not known
     */
    static boolean isOne(String message, Optional<UseSite> place, String text) {
        if (!ENDLESS.matcher(message).matches() || place.isEmpty()) {
            return false;
        }
        SourceLocation location = place.get().location();
        boolean rust = location != null && location.file().endsWith(".rs");
        return PANIC_FUNCTION.matcher(place.get().name()).matches()
                || (rust && EMPTY_LOOP.matcher(text.strip()).matches());
    }
}
