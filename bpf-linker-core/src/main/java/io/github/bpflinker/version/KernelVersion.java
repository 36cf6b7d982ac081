package io.github.bpflinker.version;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A release of Linux. BPF features come with releases; stable updates bring some of them to older ones.
 *
 * @param major 5 in 5.10.262
 * @param minor 10 in 5.10.262
 * @param patch the stable update, 262 in 5.10.262; 0 for the release itself
 */
public record KernelVersion(int major, int minor, int patch) implements Comparable<KernelVersion> {

    /** The oldest supported target kernel. */
    public static final KernelVersion OLDEST_SUPPORTED = new KernelVersion(4, 4);

    private static final Pattern RELEASE =
            Pattern.compile("(\\d{1,3})\\.(\\d{1,3})(?:\\.(\\d{1,5}))?(?:[.+_~-].*)?", Pattern.DOTALL);

    private static final Comparator<KernelVersion> ORDER = Comparator.comparingInt(KernelVersion::major)
            .thenComparingInt(KernelVersion::minor)
            .thenComparingInt(KernelVersion::patch);

    /** A release without stable updates. */
    public KernelVersion(int major, int minor) {
        this(major, minor, 0);
    }

    /**
     * Reads {@code 5.10}, {@code 5.10.262} or what {@code uname -r} prints, such as {@code 5.10.0-23-amd64}; text after
     * the numbers is ignored. Empty if it does not start with a release.
     */
    public static Optional<KernelVersion> parse(String text) {
        Matcher matcher = RELEASE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String patch = matcher.group(3);
        return Optional.of(new KernelVersion(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                patch == null ? 0 : Integer.parseInt(patch)));
    }

    public boolean isAtLeast(KernelVersion other) {
        return compareTo(other) >= 0;
    }

    @Override
    public int compareTo(KernelVersion other) {
        return ORDER.compare(this, other);
    }

    /** As in {@code 5.10} or {@code 5.10.262}. */
    @Override
    public String toString() {
        return major + "." + minor + (patch == 0 ? "" : "." + patch);
    }
}
