package io.github.bpflinker.load.host;

/** Parses the kernel's CPU lists, such as {@code 0-3,8}. */
final class CpuList {

    private CpuList() {}

    /**
     * Returns the highest CPU number in a list, plus one.
     *
     * @throws NumberFormatException if it is not a CPU list
     */
    static int count(String text) {
        int highest = -1;
        for (String range : text.strip().split(",", -1)) {
            int dash = range.indexOf('-');
            highest = Math.max(highest, Integer.parseInt(dash < 0 ? range : range.substring(dash + 1)));
        }
        return highest + 1;
    }
}
