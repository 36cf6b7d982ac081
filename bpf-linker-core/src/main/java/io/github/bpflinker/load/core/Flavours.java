package io.github.bpflinker.load.core;

/**
 * Names of types with and without a flavour: {@code task_struct___old} is one of {@code task_struct}. What follows the
 * last three underscores between two other characters is the flavour, as in libbpf's {@code bpf_core_essential_name_len}.
 */
public final class Flavours {

    private static final int UNDERSCORES = 3;

    private Flavours() {}

    /** The name without its flavour; the name itself if it has none. */
    public static String essential(String name) {
        int length = essentialLength(name);
        return length == name.length() ? name : name.substring(0, length);
    }

    /** How many characters of the name come before its flavour. */
    public static int essentialLength(String name) {
        for (int at = name.length() - UNDERSCORES - 2; at >= 0; at--) {
            if (name.charAt(at) != '_' && name.startsWith("___", at + 1) && name.charAt(at + 4) != '_') {
                return at + 1;
            }
        }
        return name.length();
    }
}
