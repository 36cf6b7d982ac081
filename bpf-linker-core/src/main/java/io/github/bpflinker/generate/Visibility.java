package io.github.bpflinker.generate;

/** Who may use generated classes. */
public enum Visibility {
    /** Everybody. */
    PUBLIC,
    /** The package that they are in. */
    PACKAGE;

    /** What is written before a class. */
    String modifier() {
        return this == PUBLIC ? "public " : "";
    }
}
