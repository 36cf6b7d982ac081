package io.github.bpflinker.kernel.table;

import io.github.bpflinker.version.KernelVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The releases of Linux that have a feature, as ranges in ascending order. There is more than one range where stable
 * updates of an older release brought the feature, too, or where it was lost and came back; the last range ends if newer
 * kernels lack it. Empty if no kernel has it.
 */
public record Releases(List<Range> ranges) {

    /** No release. */
    public static final Releases NONE = new Releases(List.of());

    /**
     * Consecutive releases.
     *
     * @param end the first release that lacks the feature again; empty if it is still there
     */
    public record Range(KernelVersion from, Optional<KernelVersion> end) {

        boolean contains(KernelVersion kernel) {
            return kernel.isAtLeast(from) && end.filter(kernel::isAtLeast).isEmpty();
        }

        @Override
        public String toString() {
            return from + end.map(version -> "-" + version).orElse("");
        }
    }

    public Releases {
        ranges = List.copyOf(ranges);
    }

    /** All releases from one on. */
    public static Releases from(KernelVersion release) {
        return new Releases(List.of(new Range(release, Optional.empty())));
    }

    /**
     * Reads the form of the tables: {@code 5.3}, {@code 6.10-7.0} (not in 7.0 any more), {@code 6.1.72-6.2 6.6} (updates of
     * 6.1 from 6.1.72 on, and 6.6 and newer).
     *
     * @throws IllegalStateException if it is malformed
     */
    static Releases parse(String text) {
        List<Range> ranges = new ArrayList<>();
        for (String part : FactTable.split(text, ' ')) {
            int dash = part.indexOf('-');
            KernelVersion from = version(dash < 0 ? part : part.substring(0, dash));
            ranges.add(new Range(from, dash < 0 ? Optional.empty() : Optional.of(version(part.substring(dash + 1)))));
        }
        return new Releases(ranges);
    }

    private static KernelVersion version(String text) {
        return KernelVersion.parse(text).orElseThrow(() -> new IllegalStateException("'" + text + "' is no release"));
    }

    /** Whether that kernel has it. */
    public boolean contains(KernelVersion kernel) {
        for (Range range : ranges) {
            if (range.contains(kernel)) {
                return true;
            }
        }
        return false;
    }

    /** The release of the main line from which on kernels have it. */
    public Optional<KernelVersion> since() {
        return ranges.isEmpty()
                ? Optional.empty()
                : Optional.of(ranges.get(ranges.size() - 1).from());
    }

    /** The first release after {@link #since()} that lacks it. */
    public Optional<KernelVersion> until() {
        return ranges.isEmpty()
                ? Optional.empty()
                : ranges.get(ranges.size() - 1).end();
    }

    /** In the form of the tables; {@code never} if there is none. */
    @Override
    public String toString() {
        return ranges.isEmpty() ? "never" : ranges.stream().map(Range::toString).collect(Collectors.joining(" "));
    }
}
