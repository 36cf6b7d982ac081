package io.github.bpflinker.maven.btf;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.dump.CHeaderDump;
import io.github.bpflinker.btf.dump.JsonDump;
import io.github.bpflinker.btf.dump.RawDump;
import io.github.bpflinker.btf.rust.SlotDump;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.maven.report.Reports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The output formats of BTF. */
public enum BtfFormat {
    /** The raw format of {@code bpftool btf dump}. */
    RAW(".btf.txt"),
    /** A C header. */
    C(".btf.h"),
    /** A Rust crate for CO-RE. */
    RUST(".btf.rs"),
    /** The format of {@code bpftool -j btf dump}. */
    JSON(".btf.json");

    private final String suffix;

    BtfFormat(String suffix) {
        this.suffix = suffix;
    }

    /** The suffix of file names. */
    String suffix() {
        return suffix;
    }

    /** The value of the parameter. */
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
     * @param roots for a C header, the types to write with their dependencies; all if empty
     * @throws io.github.bpflinker.maven.BuildFailure if a type of {@code roots} does not exist, or the types can't be
     *     expressed in C
     */
    String dump(Btf btf, List<String> roots) {
        StringBuilder text = new StringBuilder();
        try {
            switch (this) {
                case RAW -> RawDump.write(btf, text);
                case JSON -> JsonDump.write(btf, text);
                case RUST -> SlotDump.write(btf, text);
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
