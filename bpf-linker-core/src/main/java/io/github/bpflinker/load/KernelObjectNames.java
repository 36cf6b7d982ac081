package io.github.bpflinker.load;

/** Converts names to valid kernel names: letters, digits, {@code _} and {@code .}, at most 15 bytes. */
final class KernelObjectNames {

    private KernelObjectNames() {}

    /** Replaces invalid characters with {@code _}. The name is truncated when it is encoded. */
    static String of(String name) {
        StringBuilder taken = new StringBuilder(name.length());
        for (int at = 0; at < name.length(); at++) {
            char each = name.charAt(at);
            boolean plain = (each < 0x80 && Character.isLetterOrDigit(each)) || each == '_' || each == '.';
            taken.append(plain ? each : '_');
        }
        return taken.toString();
    }
}
