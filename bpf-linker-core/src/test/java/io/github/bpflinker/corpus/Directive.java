package io.github.bpflinker.corpus;

/**
 * One directive of a case.
 *
 * @param kind what it asks for
 * @param value the text behind the colon, stripped
 * @param line its line in the case file, counted from 1
 */
record Directive(Kind kind, String value, int line) {

    /** Every directive that a case may hold; the name in a file has hyphens where these have underscores. */
    enum Kind {
        LLVM,
        BUILD,
        LINK,
        RUSTC,
        CLI,
        WORKER,

        EXIT,
        STDERR,
        NOT_STDERR,
        STDOUT,
        NOT_STDOUT,
        FILE,
        NOT_FILE,
        DISASM,
        NOT_DISASM,
        IR,
        NOT_IR,
        BTF,
        NOT_BTF,
        PROGRAMS,
        MAPS,
        SYMBOL,
        NOT_SYMBOL,
        SECTION,
        NOT_SECTION,
        RELOC,
        NOT_RELOC,
        CORE_PAIRS,
        SAME_SHAPE_WITH,
        SAME_BYTES_WITH,
        REPEATABLE,
        LOAD,
        LOAD_SAYS,
        NO_LOAD,
        RUN;

        String spelling() {
            return name().replace('_', '-');
        }

        /** Whether it says something about what a link left behind. */
        boolean isCheck() {
            return compareTo(EXIT) >= 0;
        }
    }
}
