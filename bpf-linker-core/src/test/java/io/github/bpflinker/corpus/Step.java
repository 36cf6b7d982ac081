package io.github.bpflinker.corpus;

import java.util.Collections;
import java.util.List;

/** What a case does, from top to bottom. */
sealed interface Step {

    /**
     * Makes a file of other files.
     *
     * @param output the file
     * @param tool what makes it
     * @param arguments what it is given
     * @param line where the case says so
     */
    record Build(String output, String tool, List<String> arguments, int line) implements Step {}

    /**
     * Runs the linker.
     *
     * @param how who calls it
     * @param arguments what it is given
     * @param checks what must be true afterwards
     * @param line where the case says so
     */
    record Link(How how, List<String> arguments, List<Directive> checks, int line) implements Step {
        public Link {
            arguments = List.copyOf(arguments);
            checks = List.copyOf(checks);
        }

        boolean has(Directive.Kind kind) {
            return checks.stream().anyMatch(check -> check.kind() == kind);
        }

        /** The values of all directives of a kind. */
        List<String> values(Directive.Kind kind) {
            return checks.stream()
                    .filter(check -> check.kind() == kind)
                    .map(Directive::value)
                    .toList();
        }

        /** Whether the file that the link writes is one that it reads, too. */
        boolean writesAnInput() {
            return LinkerProcess.output(how, arguments)
                    .filter(output -> Collections.frequency(arguments, output) > 1)
                    .isPresent();
        }

        int expectedExit() {
            return values(Directive.Kind.EXIT).stream()
                    .mapToInt(Integer::parseInt)
                    .findFirst()
                    .orElse(0);
        }
    }

    /** Who calls the linker. */
    enum How {
        /** The case: {@code -o} and {@code --llvm} are added unless given. */
        LINK,
        /** rustc: the arguments are rustc's, those behind {@code --} the linker's. */
        RUSTC,
        /** The case, nothing added. */
        CLI,
        /** A persistent worker, several times: {@code ;;} separates the requests, nothing is added. */
        WORKER
    }
}
