package io.github.bpflinker.kernel.verifier;

import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.kernel.requirements.UseSite;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Recognizes errors caused by the endless loop of a Rust panic handler. Without {@code std} a panic handler must not
 * return, so most contain {@code loop {}}, which the verifier rejects if it is reachable.
 */
final class RustPanicLoop {

    private static final Pattern ENDLESS = Pattern.compile("infinite loop detected .*|back-edge from insn .*");

    /** Panic functions of core, in legacy and v0 mangling. */
    private static final Pattern PANIC_FUNCTION =
            Pattern.compile(".*(?:rust_begin_unwind|\\dpanicking|panic_fmt|panic_handler|rust_panic).*");

    private static final Pattern EMPTY_LOOP = Pattern.compile("loop\\s*\\{\\s*\\}.*");

    private RustPanicLoop() {}

    /**
     * Whether an error is caused by such a loop.
     *
     * @param message the verifier's error message
     * @param place the instruction of the error
     * @param text its source line, empty if it is not known
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
