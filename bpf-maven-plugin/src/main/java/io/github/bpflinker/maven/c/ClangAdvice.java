package io.github.bpflinker.maven.c;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Adds advice to errors of clang that have a BPF-specific cause. */
final class ClangAdvice {

    private static final Pattern NO_FILE = Pattern.compile("'(.*)' file not found.*");
    private static final Pattern UNDECLARED =
            Pattern.compile("(?:call to undeclared|use of undeclared|implicit declaration of) .*'(bpf_\\w+)'.*");

    private static final Set<String> C_LIBRARY = Set.of(
            "stdio.h",
            "stdlib.h",
            "string.h",
            "unistd.h",
            "assert.h",
            "errno.h",
            "math.h",
            "time.h",
            "ctype.h",
            "strings.h");

    private static final Map<String, String> OF_OTHERS = Map.of(
            "vmlinux.h",
            "bind the goal bpf:vmlinux, or run mvn bpf:vmlinux once, which writes it out of the kernel's BTF",
            "bpf_helpers.h",
            "include <bpf/bpf_helpers.h>, which comes with the plugin");

    private ClangAdvice() {}

    /** Returns the error text with advice appended, if there is any. */
    static String with(String text) {
        Matcher file = NO_FILE.matcher(text);
        if (file.matches()) {
            return text + ofFile(file.group(1)).map(advice -> "; " + advice).orElse("");
        }
        Matcher function = UNDECLARED.matcher(text);
        return function.matches()
                ? text
                        + HelperNames.advice(function.group(1))
                                .map(advice -> "; " + advice)
                                .orElse("")
                : text;
    }

    private static Optional<String> ofFile(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        if (OF_OTHERS.containsKey(last)) {
            return Optional.ofNullable(OF_OTHERS.get(last));
        }
        return C_LIBRARY.contains(name)
                ? Optional.of("BPF has no C library: leave it out, and use the helpers of <bpf/bpf_helpers.h>")
                : Optional.empty();
    }
}
