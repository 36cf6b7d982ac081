package io.github.bpflinker.maven.project;

import io.github.bpflinker.maven.Endianness;
import io.github.bpflinker.maven.incremental.ChecksummedTextFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The file that lists the link units, written by {@code compile} and read by {@code link}: a line for each unit,
 * followed by one for each of its inputs.
 */
public final class UnitList {

    private static final String FORM = "bpf-units 1";

    private UnitList() {}

    /** Writes the list if it has changed. */
    public static void write(Path file, List<LinkUnit> units) {
        List<String> lines = new ArrayList<>();
        for (LinkUnit unit : units) {
            lines.add(String.join(
                    "\t",
                    "unit",
                    unit.name(),
                    unit.object(),
                    unit.endianness().target(),
                    Boolean.toString(unit.rust())));
            unit.inputs().forEach(input -> lines.add("input\t" + input));
        }
        ChecksummedTextFile kept = new ChecksummedTextFile(file, FORM);
        if (!kept.lines().equals(Optional.of(lines))) {
            kept.write(lines);
        }
    }

    /** Reads the list; empty if it does not exist or is damaged. */
    public static Optional<List<LinkUnit>> read(Path file) {
        return new ChecksummedTextFile(file, FORM).lines().map(UnitList::parse);
    }

    private static List<LinkUnit> parse(List<String> lines) {
        List<LinkUnit> units = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            String[] unit = lines.get(at).split("\t", -1);
            List<Path> inputs = new ArrayList<>();
            at++;
            while (at < lines.size() && lines.get(at).startsWith("input\t")) {
                inputs.add(Path.of(lines.get(at).substring("input\t".length())));
                at++;
            }
            if (unit.length == 5) {
                units.add(new LinkUnit(
                        unit[1],
                        unit[2],
                        Endianness.parse(unit[3]).orElse(Endianness.LITTLE),
                        Boolean.parseBoolean(unit[4]),
                        inputs));
            }
        }
        return units;
    }
}
