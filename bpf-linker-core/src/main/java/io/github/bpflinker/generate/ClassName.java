package io.github.bpflinker.generate;

/**
 * The name of a generated class.
 *
 * @param enclosing the classes around it, joined by dots; empty if there are none
 */
record ClassName(String enclosing, String simple) {

    /** With the classes around it. */
    String qualified() {
        return enclosing.isEmpty() ? simple : enclosing + "." + simple;
    }

    ClassName inner(String name) {
        return new ClassName(qualified(), name);
    }
}
