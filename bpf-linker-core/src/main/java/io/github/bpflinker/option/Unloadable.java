package io.github.bpflinker.option;

import java.util.Locale;

/** The treatment of objects without a program, or with one that loaders reject. */
public enum Unloadable implements NamedValue {
    /** A warning. */
    WARN,
    /** An error, which fails the link. */
    ERROR,
    /** Permitted, as for a library. */
    ALLOW;

    @Override
    public String optionName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
