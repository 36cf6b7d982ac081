package io.github.bpflinker.cli;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.load.verify.TrialLoader;
import io.github.bpflinker.text.Printable;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs one command line. Thread-safe. */
final class Cli {

    private final LinkOperation linker;

    Cli(LinkOperation linker) {
        this.linker = linker;
    }

    /**
     * Runs the command and prints its output and messages.
     *
     * @param onPhase receives the name of each phase of a link when it starts
     * @return the exit code
     * @throws LinkException only with {@link Problem#LLVM_ALREADY_LOADED}, if the link must run in another process
     */
    int run(List<String> arguments, Console console, Consumer<String> onPhase) {
        try {
            return dispatch(arguments, console, onPhase);
        } catch (UsageException e) {
            console.err().println(e.line());
            return ExitCode.USAGE;
        } catch (InvalidPathException e) {
            console.err().println(Printable.line(UndecodableFileNames.line(e)));
            return ExitCode.USAGE;
        } catch (LinkException e) {
            if (e.diagnostic().problem() == Problem.LLVM_ALREADY_LOADED) {
                throw e;
            }
            e.diagnostics().forEach(console::failure);
            return ExitCode.FAILED;
        } catch (OutOfMemoryError e) {
            console.failure(outOf(e));
            return ExitCode.FAILED;
        } catch (RuntimeException | Error e) {
            console.err().println("Error: " + CrashReport.write(e, arguments));
            return ExitCode.FAILED;
        }
    }

    /** Distinguishes an exhausted heap from the failure to create a thread, which the JVM reports as the same error. */
    private static Diagnostic outOf(OutOfMemoryError e) {
        String reason = String.valueOf(e.getMessage());
        return reason.contains("thread")
                ? Diagnostic.error(Problem.PROCESS_NOT_STARTED).withDetail(reason)
                : Diagnostic.error(Problem.MEMORY_EXCEEDED).withRelated(List.of("BPF_LINKER_JAVA_OPTS=-Xmx8g"));
    }

    private int dispatch(List<String> arguments, Console console, Consumer<String> onPhase) {
        Optional<String> undecoded = UndecodableFileNames.undecoded(arguments);
        if (undecoded.isPresent()) {
            console.err().println(undecoded.get());
            return ExitCode.USAGE;
        }
        Optional<Subcommand> subcommand = arguments.isEmpty() ? Optional.empty() : subcommand(arguments.get(0));
        return subcommand.isPresent()
                ? subcommand.get().run(arguments.subList(1, arguments.size()), console)
                : new LinkCommand(linker, onPhase).run(arguments, console);
    }

    private static Optional<Subcommand> subcommand(String name) {
        return switch (name) {
            case "llvm" -> Optional.of(new LlvmCommand());
            case "inspect" -> Optional.of(new InspectCommand());
            case "requires" -> Optional.of(new RequiresCommand());
            case "btf-dump" -> Optional.of(new BtfDumpCommand());
            case "btf-min" -> Optional.of(new BtfMinCommand());
            case "core" -> Optional.of(new CoreCommand());
            case "generate" -> Optional.of(new GenerateCommand());
            case "clang" -> Optional.of(new ClangCommand());
            case "list" -> Optional.of(new ListCommand());
            case "map" -> Optional.of(new MapCommand());
            case "prog" -> Optional.of(new ProgramCommand());
            case "run" -> Optional.of(new RunCommand());
            case "load" -> Optional.of(new LoadCommand(TrialLoader.ofSystem()));
            default -> Optional.empty();
        };
    }
}
