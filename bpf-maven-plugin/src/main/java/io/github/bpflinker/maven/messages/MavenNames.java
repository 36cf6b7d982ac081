package io.github.bpflinker.maven.messages;

import io.github.bpflinker.option.LinkOption;
import io.github.bpflinker.option.OptionNames;
import java.util.Locale;

/**
 * The names of parameters in a POM for options of the linker: {@code <keepOptnone>} for {@code --keep-optnone}.
 * Exceptions are listed.
 */
public final class MavenNames implements OptionNames {

    /** The shared instance. */
    public static final MavenNames INSTANCE = new MavenNames();

    private MavenNames() {}

    @Override
    public String name(LinkOption<?> option) {
        return option == LinkOption.TIME ? task(Task.TIME_PHASES) : "<" + parameter(option) + ">";
    }

    @Override
    public String with(LinkOption<?> option, String value) {
        String parameter = parameter(option);
        return "<" + parameter + ">" + value + "</" + parameter + ">";
    }

    @Override
    public String on(LinkOption<Boolean> option) {
        return with(option, "true");
    }

    @Override
    public String without(LinkOption<Boolean> option) {
        return "with " + with(option, "false");
    }

    @Override
    public String task(Task task) {
        return switch (task) {
            case LIST_LLVMS -> "mvn bpf:doctor";
            case LIST_TYPES -> "mvn bpf:btf-dump -Dbpf.file=FILE";
            case COMPILE_C -> "<clang>embedded</clang>";
            case TIME_PHASES -> "-X";
            case CHOOSE_BYTE_ORDER -> "the <target> of the POM";
        };
    }

    private static String parameter(LinkOption<?> option) {
        if (option == LinkOption.OUTPUT) {
            return "outputDirectory";
        }
        if (option == LinkOption.OPTIMIZE) {
            return "optimization";
        }
        return option == LinkOption.EXPORT || option == LinkOption.EXPORT_SYMBOLS ? "exports" : camelCase(option);
    }

    private static String camelCase(LinkOption<?> option) {
        StringBuilder name = new StringBuilder();
        for (String word : option.name().split("-", -1)) {
            if (!word.isEmpty()) {
                name.append(name.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
            }
        }
        return name.toString();
    }
}
