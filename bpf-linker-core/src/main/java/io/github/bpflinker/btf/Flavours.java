package io.github.bpflinker.btf;

/**
 * Names of types with and without a flavour: {@code task_struct___old} is one of {@code task_struct}. The flavour is
 * the suffix after the last three underscores that have another character on both sides, as in libbpf's {@code
 * bpf_core_essential_name_len}.
 */
public final class Flavours {

    private static final int UNDERSCORES = 3;

    private Flavours() {}

    /** The name without its flavour; the name itself if it has none. */
    public static String essential(String name) {
        int length = essentialLength(name);
        return length == name.length() ? name : name.substring(0, length);
    }

    /** The length of the name without its flavour. */
    public static int essentialLength(String name) {
        for (int at = name.length() - UNDERSCORES - 2; at >= 0; at--) {
            if (name.charAt(at) != '_' && name.startsWith("___", at + 1) && name.charAt(at + 4) != '_') {
                return at + 1;
            }
        }
        return name.length();
    }
}
