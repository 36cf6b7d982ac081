package io.github.bpflinker.cli;

import io.github.bpflinker.option.LinkOption;
import io.github.bpflinker.option.LinkOption.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Stack;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The picocli model of the command {@code link}, created from {@link LinkOption}. */
final class LinkSpec {

    private LinkSpec() {}

    static CommandLine commandLine() {
        CommandSpec spec = CommandSpec.create().name("bpf-linker");
        for (LinkOption<?> option : LinkOption.all()) {
            spec.addOption(spec(option));
        }
        spec.addPositional(PositionalParamSpec.builder()
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("0..*")
                .paramLabel("INPUT…")
                .hidden(true)
                .build());
        return new CommandLine(spec, new Lists())
                .setExpandAtFiles(false)
                .setInterpolateVariables(false)
                .setAllowOptionsAsOptionParameters(true)
                .setOverwrittenOptionsAllowed(true);
    }

    private static OptionSpec spec(LinkOption<?> option) {
        String help = option.help().orElse("");
        OptionSpec.Builder builder = OptionSpec.builder(option.spellings().toArray(String[]::new))
                .paramLabel(option.label())
                .hidden(help.isEmpty());
        if (!help.isEmpty()) {
            builder.description(help.replace("%", "%%"));
        }
        return withShape(builder, option.shape()).build();
    }

    private static OptionSpec.Builder withShape(OptionSpec.Builder builder, Shape shape) {
        return switch (shape) {
            case FLAG -> builder.type(boolean.class).arity("0");
            case BOOLEAN -> builder.type(boolean.class).arity("0..1").fallbackValue("true");
            case VALUE -> builder.type(String.class).arity("1").preprocessor(new OptionsOnlyAttached());
            case LIST ->
                builder.type(List.class)
                        .auxiliaryTypes(String.class)
                        .arity("1")
                        .preprocessor(new OptionsOnlyAttached());
            case NUMBER -> builder.type(String.class).arity("0..1").preprocessor(new OnlyAttached());
        };
    }

    /**
     * Prevents an option with an optional value from consuming the next argument. Not a lambda, because classes with
     * lambdas are not in the class-data archive.
     */
    private static final class OnlyAttached implements IParameterPreprocessor {
        @Override
        public boolean preprocess(
                Stack<String> arguments, CommandSpec command, ArgSpec option, Map<String, Object> found) {
            if (!"=".equals(found.get("separator"))) {
                arguments.push("0");
            }
            return false;
        }
    }

    /**
     * Permits an attached value that looks like an option, as in {@code --llvm-args=--version}; after a space it means
     * that the value is missing.
     */
    private static final class OptionsOnlyAttached implements IParameterPreprocessor {
        @Override
        public boolean preprocess(
                Stack<String> arguments, CommandSpec command, ArgSpec option, Map<String, Object> found) {
            boolean attached = "=".equals(found.get("separator"));
            if (!attached && !arguments.isEmpty() && LinkOption.ofSpelling(arguments.peek()) != null) {
                throw new MissingParameterException(command.commandLine(), option, "");
            }
            return false;
        }
    }

    /** Creates collections for picocli, whose default factory searches for Groovy first. */
    private static final class Lists implements IFactory {
        @Override
        public <K> K create(Class<K> type) {
            return type.cast(new ArrayList<>());
        }
    }
}
