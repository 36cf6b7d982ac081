package io.github.bpflinker.option;

/** A value out of a closed set, known by a name. */
public interface NamedValue {

    /** Its name on the command line. */
    String optionName();
}
