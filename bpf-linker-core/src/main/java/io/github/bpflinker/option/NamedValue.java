package io.github.bpflinker.option;

/** A value of an enumeration with a name on the command line. */
public interface NamedValue {

    /** Its name on the command line. */
    String optionName();
}
