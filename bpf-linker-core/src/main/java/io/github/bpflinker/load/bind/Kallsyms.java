package io.github.bpflinker.load.bind;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code /proc/kallsyms}: each line has address, type, name and, after a tab, the module. */
public final class Kallsyms {

    private static final int HEXADECIMAL = 16;
    /** The suffix that clang adds to promoted static data in LTO. */
    private static final String LLVM_SUFFIX = ".llvm.";

    private Kallsyms() {}

    /**
     * Finds the addresses of symbols: for each name, its distinct addresses in file order. Invalid lines are ignored.
     *
     * @param names the names to find
     */
    public static Map<String, List<Long>> find(BufferedReader lines, Set<String> names) throws IOException {
        Map<String, List<Long>> found = new HashMap<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            int type = line.indexOf(' ') + 1;
            int start = type + 2;
            if (type > 0 && start < line.length() && line.charAt(start - 1) == ' ') {
                String name = name(line, start, line.charAt(type));
                if (names.contains(name)) {
                    add(found, name, line.substring(0, type - 1));
                }
            }
        }
        return found;
    }

    private static String name(String line, int start, char type) {
        int end = line.indexOf('\t', start);
        String name = line.substring(start, end < 0 ? line.length() : end).stripTrailing();
        int suffix = type == 'd' ? name.indexOf(LLVM_SUFFIX) : -1;
        return suffix < 0 ? name : name.substring(0, suffix);
    }

    private static void add(Map<String, List<Long>> found, String name, String address) {
        try {
            long value = Long.parseUnsignedLong(address, HEXADECIMAL);
            List<Long> addresses = found.computeIfAbsent(name, n -> new ArrayList<>());
            if (!addresses.contains(value)) {
                addresses.add(value);
            }
        } catch (NumberFormatException e) {
            // An invalid line.
        }
    }
}
