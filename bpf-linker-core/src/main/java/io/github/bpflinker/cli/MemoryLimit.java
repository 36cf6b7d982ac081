package io.github.bpflinker.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The memory limit of a link. A single wrong bit in bitcode can make LLVM allocate all available memory.
 *
 * @param bytes the limit of the process's private memory
 * @param share the requested share of the available memory in percent; empty if the limit was given in bytes
 */
record MemoryLimit(long bytes, OptionalLong share) {

    /** The environment variable that sets it: {@code 80%} of the available memory, {@code 8g}, {@code 512m}. */
    static final String VARIABLE = "BPF_LINKER_MEMORY";

    private static final String DEFAULT = "50%";
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,12})([kmgt%]?)b?");
    private static final double WHOLE = 100;

    /**
     * The limit of this process; empty if the available memory is not known.
     *
     * @throws UsageException if the variable has an invalid value
     */
    static Optional<MemoryLimit> ofProcess() {
        String wanted = System.getenv().getOrDefault(VARIABLE, "");
        return parse(wanted.isBlank() ? DEFAULT : wanted.strip(), total(Path.of("/")));
    }

    /** @param total the available memory in bytes; empty if it is not known */
    static Optional<MemoryLimit> parse(String text, OptionalLong total) {
        Matcher matcher = AMOUNT.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new UsageException(VARIABLE + " takes a share or an amount, such as 80% or 8g, not '" + text + "'");
        }
        long number = Long.parseLong(matcher.group(1));
        if (matcher.group(2).equals("%")) {
            return total.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new MemoryLimit((long) (total.getAsLong() * (number / WHOLE)), OptionalLong.of(number)));
        }
        int shift = 10 * " kmgt".indexOf(matcher.group(2).isEmpty() ? " " : matcher.group(2));
        // As a double, whose conversion to long saturates.
        return Optional.of(new MemoryLimit((long) ((double) number * (1L << shift)), OptionalLong.empty()));
    }

    /**
     * The memory of the machine or, if it is less, of the container.
     *
     * @param root the root of the file system
     */
    static OptionalLong total(Path root) {
        OptionalLong machine = kilobytes(root.resolve("proc/meminfo"), "MemTotal:");
        OptionalLong smallest = machine;
        for (String file : new String[] {"sys/fs/cgroup/memory.max", "sys/fs/cgroup/memory/memory.limit_in_bytes"}) {
            OptionalLong limit = number(root.resolve(file));
            if (limit.isPresent() && (smallest.isEmpty() || limit.getAsLong() < smallest.getAsLong())) {
                smallest = limit;
            }
        }
        return smallest;
    }

    private static OptionalLong number(Path file) {
        try {
            return OptionalLong.of(Long.parseLong(
                    Files.readString(file, StandardCharsets.US_ASCII).strip()));
        } catch (IOException | NumberFormatException e) {
            // The file does not exist, or there is no limit ("max").
            return OptionalLong.empty();
        }
    }

    /**
     * The bytes in a line such as {@code MemTotal: 2048 kB}. Read several times in a cold JVM: hence without splitting the
     * file into lines.
     */
    static OptionalLong kilobytes(Path file, String name) {
        try {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            int start = text.startsWith(name) ? 0 : text.indexOf("\n" + name) + 1;
            int unit = text.indexOf("kB", start);
            if (unit < 0 || !text.startsWith(name, start)) {
                return OptionalLong.empty();
            }
            return OptionalLong.of(
                    Long.parseLong(text.substring(start + name.length(), unit).strip()) << 10);
        } catch (IOException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /** Such as {@code 11.7 GB, 50% of what there is}. */
    @Override
    public String toString() {
        String amount = String.format(Locale.ROOT, "%.1f GB", bytes / (double) (1 << 30));
        return share.isPresent() ? amount + ", " + share.getAsLong() + "% of what there is" : amount;
    }
}
