package io.github.bpflinker.load.bind;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Reads a kernel's configuration in the format of {@code /boot/config-…} and {@code /proc/config.gz}. */
public final class KernelConfigurationFile {

    private static final String PREFIX = "CONFIG_";

    private KernelConfigurationFile() {}

    /**
     * Finds values by name; the first one if a name is set twice. Unset names are omitted.
     *
     * @param names the names to find, with {@code CONFIG_}
     */
    public static Map<String, String> find(BufferedReader lines, Set<String> names) throws IOException {
        Map<String, String> values = new HashMap<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            int sign = line.startsWith(PREFIX) ? line.indexOf('=') : -1;
            if (sign > 0 && names.contains(line.substring(0, sign))) {
                values.putIfAbsent(line.substring(0, sign), line.substring(sign + 1));
            }
        }
        return values;
    }
}
