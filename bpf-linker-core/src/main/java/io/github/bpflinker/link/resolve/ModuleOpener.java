package io.github.bpflinker.link.resolve;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.input.ModuleSource;
import io.github.bpflinker.input.Producer;
import io.github.bpflinker.llvm.Context;
import io.github.bpflinker.llvm.LlvmError;
import io.github.bpflinker.llvm.Module;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Opens bitcode and IR in a context and converts LLVM's errors to diagnostics. */
public final class ModuleOpener implements SymbolResolver.Opener {

    private static final Pattern IR_ERROR = Pattern.compile("(?s)(.*?):(\\d+):(\\d+): error: (.*)");

    private final Context context;

    public ModuleOpener(Context context) {
        this.context = context;
    }

    /**
     * Opens a module; function bodies of bitcode are not read.
     *
     * @throws LinkException if LLVM can't read it
     */
    public Module open(ModuleSource source) {
        return open(source, false);
    }

    @Override
    public Module open(ModuleSource source, boolean withBodies) {
        return source.format() == ModuleSource.Format.IR_TEXT ? parse(source) : openBitcode(source, withBodies);
    }

    private Module openBitcode(ModuleSource source, boolean withBodies) {
        try {
            return withBodies
                    ? context.readBitcode(source.name(), source.data())
                    : context.openBitcode(source.name(), source.data());
        } catch (LlvmError e) {
            throw new LinkException(
                    Diagnostic.error(Problem.BITCODE_INVALID)
                            .withInput(source.name())
                            .withPayload(
                                    source.producer().map(Producer::asPayload).orElse(null))
                            .withDetail(e.text()),
                    e);
        }
    }

    private Module parse(ModuleSource source) {
        try {
            return context.parseIr(source.name(), source.data());
        } catch (LlvmError e) {
            Matcher matcher = IR_ERROR.matcher(e.text());
            Diagnostic diagnostic =
                    Diagnostic.error(Problem.IR_SYNTAX).withInput(source.name()).withDetail(e.text());
            if (matcher.matches()) {
                diagnostic = diagnostic
                        .withLocation(new SourceLocation(
                                source.name(), Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3))))
                        .withDetail(firstLine(matcher.group(4)));
            }
            throw new LinkException(diagnostic, e);
        }
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}
