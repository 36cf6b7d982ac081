package io.github.bpflinker.cli;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.file.SystemReason;
import io.github.bpflinker.llvm.locate.EmbeddedLlvm;
import io.github.bpflinker.llvm.locate.LlvmLocator;
import java.io.IOException;
import java.util.List;

/** The command {@code clang}: runs the C compiler in bytedeco's jar with unchanged arguments. */
final class ClangCommand implements Subcommand {

    @Override
    public int run(List<String> arguments, Console console) {
        EmbeddedLlvm embedded = LlvmLocator.ofSystem()
                .embedded()
                .orElseThrow(() -> new LinkException(Diagnostic.error(Problem.LLVM_NOT_FOUND)
                        .withRelated(List.of("the class path (bytedeco's llvm jar with the natives of this host)"))));
        try {
            return run(embedded.clang().command(arguments), console);
        } catch (IOException e) {
            throw new LinkException(
                    Diagnostic.error(Problem.LLVM_UNUSABLE)
                            .withInput(embedded.jar().toString())
                            .withDetail("clang can't be started: " + SystemReason.of(e)),
                    e);
        }
    }

    private static int run(ProcessBuilder clang, Console console) throws IOException {
        boolean direct = console.isOfProcess();
        Process process = direct
                ? clang.inheritIO().start()
                : clang.redirectErrorStream(true).start();
        Thread atExit = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            if (!direct) {
                process.getOutputStream().close();
                process.getInputStream().transferTo(console.err());
            }
            int exitCode = process.waitFor();
            Runtime.getRuntime().removeShutdownHook(atExit);
            return exitCode;
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            return ExitCode.FAILED;
        }
    }
}
