package io.github.bpflinker.cli;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.link.LinkRequest;
import io.github.bpflinker.link.LinkResult;
import io.github.bpflinker.link.OverwrittenInputs;
import io.github.bpflinker.option.LinkOption;
import io.github.bpflinker.option.LogLevel;
import io.github.bpflinker.option.RequestedLlvm;
import io.github.bpflinker.text.Printable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The command {@code link}: the default command. */
final class LinkCommand {

    private final LinkOperation operation;
    private final Consumer<String> onPhase;

    LinkCommand(LinkOperation operation, Consumer<String> onPhase) {
        this.operation = operation;
        this.onPhase = onPhase;
    }

    /**
     * @return the exit code
     * @throws UsageException if the arguments are invalid
     * @throws LinkException if the link can't start: the log file can't be written or is an input, a response file
     *     can't be read, or this process has loaded another LLVM
     */
    int run(List<String> arguments, Console console) {
        LinkLine parsed = LinkLine.parse(ResponseFiles.expand(arguments));
        if (parsed.has(LinkOption.HELP)) {
            LinkHelp.print(console.out());
            return ExitCode.OK;
        }
        if (parsed.has(LinkOption.VERSION)) {
            VersionText.print(parsed.options().get(LinkOption.LLVM).orElse(RequestedLlvm.AUTO), console.out());
            return ExitCode.OK;
        }
        LinkRequest request = parsed.request();
        operation.accept(request);
        Optional<Path> logFile = request.get(LinkOption.LOG_FILE);
        OverwrittenInputs.check(request, logFile.stream().toList());
        try (Log log = Log.open(logLevel(request), logFile, console)) {
            log.info("command line: " + String.join(" ", arguments));
            return run(request, log, console);
        }
    }

    private static LogLevel logLevel(LinkRequest request) {
        return request.get(LinkOption.LOG_LEVEL)
                .or(() -> Optional.ofNullable(System.getenv(RustLog.VARIABLE)).flatMap(RustLog::level))
                .orElse(LogLevel.WARN);
    }

    private int run(LinkRequest request, Log log, Console console) {
        try {
            LinkResult result = operation.link(request, phase -> {
                log.debug("phase " + phase);
                onPhase.accept(phase);
            });
            report(request, result, log, console);
            return ExitCode.OK;
        } catch (LinkException e) {
            if (e.diagnostic().problem() == Problem.LLVM_ALREADY_LOADED) {
                throw e;
            }
            e.diagnostics().forEach(log::diagnostic);
            if (e.diagnostic().location() != null) {
                console.err()
                        .println(Printable.line("Error: '"
                                + request.output().map(Path::toString).orElse("") + "' was not written"));
            }
            return ExitCode.FAILED;
        }
    }

    private static void report(LinkRequest request, LinkResult result, Log log, Console console) {
        result.llvm()
                .ifPresent(llvm -> log.info(
                        "LLVM " + llvm.version() + ", " + llvm.provider().optionName() + ": " + llvm.library()));
        result.map()
                .inputs()
                .forEach(input ->
                        log.debug("linked " + input.name() + ": " + input.reason() + " of " + input.askedBy()));
        result.map()
                .symbols()
                .forEach(symbol -> log.trace("kept " + symbol.kind() + " " + symbol.name() + " of " + symbol.input()));
        for (Diagnostic diagnostic : result.diagnostics()) {
            log.diagnostic(diagnostic);
        }
        console.listener().result(result);
        if (request.has(LinkOption.TIME)) {
            TimeTable.lines(result).forEach(console.err()::println);
        }
    }
}
