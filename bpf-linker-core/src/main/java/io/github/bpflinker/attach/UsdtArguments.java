package io.github.bpflinker.attach;

import io.github.bpflinker.load.syscall.Architecture;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what the note of a tracepoint of user space says about its arguments. */
final class UsdtArguments {

    /** As many as {@code struct __bpf_usdt_spec} of libbpf's {@code usdt.bpf.h} describes. */
    static final int MOST = 12;

    /** Arguments in brackets or parentheses may have spaces within. */
    private static final Pattern ARGUMENT = Pattern.compile("[^\\s\\[(]+(?:\\[[^]]*]|\\([^)]*\\))?\\S*|\\S+");

    private UsdtArguments() {}

    /**
     * All of them.
     *
     * @param text as a note has it, as in {@code -4@%eax 8@-16(%rbp)}
     * @throws AttachException if an argument is somewhere that can't be described
     */
    static List<UsdtArgument> parse(String where, String text, Architecture architecture) {
        List<UsdtArgument> all = new ArrayList<>();
        // A colon in place of the arguments: there are none.
        Matcher arguments = ARGUMENT.matcher(text.startsWith(":") ? "" : text);
        while (arguments.find()) {
            if (all.size() == MOST) {
                throw AttachException.unsuitable(where + " has more than " + MOST
                        + " arguments, and no program can read them; probe its place with a uprobe");
            }
            @Nullable UsdtArgument argument = UsdtArgument.parse(arguments.group(), architecture);
            if (argument == null) {
                throw AttachException.unsuitable("argument '" + arguments.group() + "' of " + where
                        + " is somewhere that programs can't read it; build the traced program without that"
                        + " optimization, or probe its place with a uprobe");
            }
            all.add(argument);
        }
        return List.copyOf(all);
    }
}
