package io.github.bpflinker.load;

/** Names as the kernel takes them: letters, digits, {@code _} and {@code .}, at most 15 bytes. */
final class KernelNames {

    private KernelNames() {}

    /** The name with {@code _} for each other character; the kernel's side cuts it. */
    static String of(String name) {
        StringBuilder taken = new StringBuilder(name.length());
        for (int at = 0; at < name.length(); at++) {
            char each = name.charAt(at);
            boolean plain = each < 0x80 && Character.isLetterOrDigit(each) || each == '_' || each == '.';
            taken.append(plain ? each : '_');
        }
        return taken.toString();
    }
}
