package io.github.bpflinker.version;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release of Linux without its stable update. BPF features change with releases.
 *
 * @param major 5 in 5.10
 * @param minor 10 in 5.10
 */
public record KernelVersion(int major, int minor) implements Comparable<KernelVersion> {

    /** The oldest supported target kernel. */
    public static final KernelVersion OLDEST_SUPPORTED = new KernelVersion(4, 4);

    private static final Pattern RELEASE = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})(?:[.+_~-].*)?", Pattern.DOTALL);

    /**
     * Reads {@code 5.10} or what {@code uname -r} prints, such as {@code 5.10.0-23-amd64}; text after the second number
     * is ignored. Empty if it does not start with a release.
     */
    public static Optional<KernelVersion> parse(String text) {
        Matcher matcher = RELEASE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new KernelVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))));
    }

    public boolean isAtLeast(KernelVersion other) {
        return compareTo(other) >= 0;
    }

    @Override
    public int compareTo(KernelVersion other) {
        return major != other.major ? Integer.compare(major, other.major) : Integer.compare(minor, other.minor);
    }

    /** As in {@code 5.10}. */
    @Override
    public String toString() {
        return major + "." + minor;
    }
}
