package io.github.bpflinker.link.emit;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.diagnostic.Severity;
import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.link.pass.CallChain;
import io.github.bpflinker.llvm.LlvmMessage;
import io.github.bpflinker.llvm.Module;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Converts diagnostics of LLVM's code generator. */
final class CodegenMessage {

    /** {@code DiagnosticInfoUnsupported}: {@code file:line:column: in function name type: text}. */
    private static final Pattern UNSUPPORTED =
            Pattern.compile("(?s)(?:(.*?):(\\d+):(\\d+): )?in function (\\S+) .*?\\): (.*)");

    private static final Pattern ADDRESS_IN_BSS =
            Pattern.compile("(?s).*(?:BSS|SHT_NOBITS) section '(.*)' cannot have fixups.*");

    private CodegenMessage() {}

    /**
     * Converts one diagnostic.
     *
     * @param module the module, to find the function's callers
     */
    static Diagnostic translate(LlvmMessage message, Module module) {
        Matcher matcher = UNSUPPORTED.matcher(message.text());
        if (!matcher.matches()) {
            return inBss(message.text(), module)
                    .or(() -> InlineAssemblyError.translate(message.text(), module))
                    .orElseGet(() -> Diagnostic.warning(Problem.LLVM_MESSAGE)
                            .withSeverity(message.severity())
                            .withDetail(message.text()));
        }
        String function = matcher.group(4);
        Diagnostic diagnostic =
                diagnostic(message.severity(), matcher.group(5).strip()).withFunction(function);
        return diagnostic
                .withLocation(location(matcher, module, diagnostic))
                .withRelated(module.function(function).map(CallChain::callersOf).orElse(List.of()));
    }

    /**
     * An initializer in .bss: LLVM names only the section, so the first variable in it with an initializer other than
     * zero is reported.
     */
    private static Optional<Diagnostic> inBss(String text, Module module) {
        Matcher matcher = ADDRESS_IN_BSS.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Diagnostic diagnostic = Diagnostic.error(Problem.ADDRESS_IN_DATA).withDetail(matcher.group(1));
        return module.globalValues().stream()
                .filter(value -> value.section().equals(matcher.group(1)) && !value.startsAsZero())
                .findFirst()
                .map(value -> diagnostic
                        .withSymbol(value.name())
                        .withLocation(value.location().orElse(null)))
                .or(() -> Optional.of(diagnostic));
    }

    private static Diagnostic diagnostic(Severity severity, String text) {
        if (text.contains("stack limit")) {
            // Only a warning in LLVM, although no kernel accepts the code.
            return Diagnostic.error(Problem.STACK_EXCEEDED).withDetail(text);
        }
        if (severity != Severity.ERROR) {
            return Diagnostic.warning(Problem.LLVM_MESSAGE)
                    .withSeverity(severity)
                    .withDetail(text);
        }
        BackendError reason = BackendError.of(text);
        return Diagnostic.error(Problem.CODE_GENERATION)
                .withPayload(reason.limit())
                .withDetail(reason.detail());
    }

    /** The location; for a stack overflow that of the function, because LLVM reports an arbitrary access first. */
    private static @Nullable SourceLocation location(Matcher matcher, Module module, Diagnostic diagnostic) {
        if (diagnostic.problem() != Problem.STACK_EXCEEDED
                && matcher.group(1) != null
                && !matcher.group(2).equals("0")) {
            return new SourceLocation(
                    matcher.group(1), Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3)));
        }
        return module.function(matcher.group(4))
                .flatMap(found -> found.location())
                .orElse(null);
    }
}
