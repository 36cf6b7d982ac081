package io.github.bpflinker.version;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of an LLVM: of a library, or of the producer of a bitcode file.
 *
 * @param major the release, 20 in 20.1.7
 * @param minor 1 in 20.1.7
 * @param patch 7 in 20.1.7
 */
public record LlvmVersion(int major, int minor, int patch) implements Comparable<LlvmVersion> {

    private static final Pattern LEADING_VERSION = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})\\.(\\d{1,4})");

    /**
     * Reads the version at the start of {@code text}; a suffix ({@code git}, {@code -rust-1.95.0-stable}) is ignored.
     * Empty if there is none.
     */
    public static Optional<LlvmVersion> parse(String text) {
        Matcher matcher = LEADING_VERSION.matcher(text);
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        return Optional.of(new LlvmVersion(
                Integer.parseInt(matcher.group(1)),
                Integer.parseInt(matcher.group(2)),
                Integer.parseInt(matcher.group(3))));
    }

    /** Whether both have the same major and minor version, such as 22.1. */
    public boolean sameMinor(LlvmVersion other) {
        return major == other.major && minor == other.minor;
    }

    public boolean isAtLeast(LlvmVersion other) {
        return compareTo(other) >= 0;
    }

    @Override
    public int compareTo(LlvmVersion other) {
        if (major != other.major) {
            return Integer.compare(major, other.major);
        }
        if (minor != other.minor) {
            return Integer.compare(minor, other.minor);
        }
        return Integer.compare(patch, other.patch);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
