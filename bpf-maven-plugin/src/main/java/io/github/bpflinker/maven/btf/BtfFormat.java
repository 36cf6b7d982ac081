package io.github.bpflinker.maven.btf;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.dump.CHeaderDump;
import io.github.bpflinker.btf.dump.JsonDump;
import io.github.bpflinker.btf.dump.RawDump;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.maven.report.Reports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How BTF is written. */
public enum BtfFormat {
    /** As {@code bpftool btf dump} lists it. */
    RAW(".btf.txt"),
    /** A C header. */
    C(".btf.h"),
    /** As {@code bpftool -j btf dump} lists it. */
    JSON(".btf.json");

    private final String suffix;

    BtfFormat(String suffix) {
        this.suffix = suffix;
    }

    /** What files end in. */
    String suffix() {
        return suffix;
    }

    /** What users call it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<BtfFormat> parse(String text) {
        return Arrays.stream(values())
                .filter(format -> format.text().equals(text))
                .findFirst();
    }

    /**
     * Writes the types.
     *
     * @param roots of a C header, the types to write with all that they need; if none are named, all
     * @throws io.github.bpflinker.maven.BuildFailure if there is no type of such a name, or C can't express them
     */
    String dump(Btf btf, List<String> roots) {
        StringBuilder text = new StringBuilder();
        try {
            switch (this) {
                case RAW -> RawDump.write(btf, text);
                case JSON -> JsonDump.write(btf, text);
                case C -> header(btf, roots, text);
            }
        } catch (LinkException e) {
            throw Reports.failure(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void header(Btf btf, List<String> roots, StringBuilder text) throws IOException {
        if (roots.isEmpty()) {
            CHeaderDump.write(btf, text);
        } else {
            CHeaderDump.write(btf, roots, text);
        }
    }
}
