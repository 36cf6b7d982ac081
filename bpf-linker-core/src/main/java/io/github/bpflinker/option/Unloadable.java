package io.github.bpflinker.option;

import java.util.Locale;

/** What to do about an object without a program, or with one that loaders refuse. */
public enum Unloadable implements NamedValue {
    /** Warn. */
    WARN,
    /** Fail the link. */
    ERROR,
    /** Nothing, as for a library. */
    ALLOW;

    @Override
    public String optionName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
