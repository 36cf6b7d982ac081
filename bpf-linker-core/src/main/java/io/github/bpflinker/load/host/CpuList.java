package io.github.bpflinker.load.host;

/** Sets of processors as the kernel writes them, such as {@code 0-3,8}. */
final class CpuList {

    private CpuList() {}

    /**
     * One more than the highest processor of a list.
     *
     * @throws NumberFormatException if it is no such list
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
