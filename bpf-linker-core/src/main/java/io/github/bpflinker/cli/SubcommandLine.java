package io.github.bpflinker.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The arguments of a {@link Subcommand}: flags and files, parsed by picocli. */
final class SubcommandLine {

    private final CommandSpec spec;

    SubcommandLine(String name, String description) {
        spec = CommandSpec.create().name("bpf-linker " + name);
        spec.usageMessage().description(description).width(100);
        flag("--help", "Show this help.", "-h");
    }

    SubcommandLine flag(String name, String description, String... aliases) {
        OptionSpec.Builder option =
                OptionSpec.builder(name, aliases).type(boolean.class).description(description);
        spec.addOption(option.usageHelp(name.equals("--help")).build());
        return this;
    }

    SubcommandLine value(String name, String label, String description, String... aliases) {
        spec.addOption(OptionSpec.builder(name, aliases)
                .type(String.class)
                .arity("1")
                .paramLabel(label)
                .description(description)
                .build());
        return this;
    }

    /** Adds an option that can be repeated or have several values separated by commas. */
    SubcommandLine values(String name, String label, String description) {
        spec.addOption(OptionSpec.builder(name)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .splitRegex(",")
                .paramLabel(label)
                .description(description)
                .build());
        return this;
    }

    /** Adds an option that takes the arguments up to the next option, and can be repeated. */
    SubcommandLine list(String name, String label, String description) {
        spec.addOption(OptionSpec.builder(name)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1..*")
                .paramLabel(label)
                .description(description)
                .build());
        return this;
    }

    /** @param arity the number of files in picocli's syntax, such as {@code 1..*} */
    SubcommandLine files(String label, String arity, String description) {
        spec.addPositional(PositionalParamSpec.builder()
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity(arity)
                .required(!arity.startsWith("0"))
                .paramLabel(label)
                .description(description)
                .build());
        return this;
    }

    /** Parses the arguments; empty if the help was requested and has been printed. */
    Optional<Parsed> parse(List<String> arguments, Console console) {
        CommandLine commandLine = new CommandLine(spec).setExpandAtFiles(false).setOverwrittenOptionsAllowed(true);
        try {
            ParseResult result = commandLine.parseArgs(arguments.toArray(String[]::new));
            if (result.isUsageHelpRequested()) {
                commandLine.usage(console.out(), Help.Ansi.OFF);
                return Optional.empty();
            }
            return Optional.of(new Parsed(result));
        } catch (ParameterException e) {
            String sentence = String.valueOf(e.getMessage());
            throw new UsageException(Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1), spec.name());
        }
    }

    /**
     * Valid arguments.
     *
     * @param result the result of picocli
     */
    record Parsed(ParseResult result) {

        boolean has(String flag) {
            return result.hasMatchedOption(flag);
        }

        Optional<String> value(String option) {
            return Optional.ofNullable(result.matchedOptionValue(option, null));
        }

        List<String> values(String option) {
            List<String> none = List.of();
            return result.matchedOptionValue(option, none);
        }

        List<String> files() {
            List<String> none = List.of();
            return result.matchedPositionalValue(0, none);
        }
    }
}
