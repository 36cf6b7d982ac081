package io.github.bpflinker.elf;

/**
 * Names of sections that begin with {@code ?}: loaders load the programs and struct_ops of such a section only on request, and
 * take the rest of the name for that of the section, as libbpf does since 1.0 (programs) and 1.3 (struct_ops).
 */
public final class OptionalSection {

    private static final String MARK = "?";

    private OptionalSection() {}

    /** Whether what is in the section of that name is loaded only on request. */
    public static boolean is(String section) {
        return section.startsWith(MARK);
    }

    /** The name without the mark; the name itself if it has none. */
    public static String withoutMark(String section) {
        return is(section) ? section.substring(MARK.length()) : section;
    }
}
