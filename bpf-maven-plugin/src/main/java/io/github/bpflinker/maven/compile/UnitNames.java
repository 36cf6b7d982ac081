package io.github.bpflinker.maven.compile;

import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.Reason;
import io.github.bpflinker.maven.project.LinkUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Checks that names of link units are unique, since binaries of crates become objects of their own names. */
final class UnitNames {

    private UnitNames() {}

    static void checkUnique(List<LinkUnit> units) {
        Map<String, LinkUnit> seen = new HashMap<>();
        for (LinkUnit unit : units) {
            String key = unit.endianness() + " " + unit.name().toLowerCase(Locale.ROOT);
            LinkUnit first = seen.putIfAbsent(key, unit);
            if (first != null) {
                throw new BuildFailure(new Reason.ObjectTwice(unit.name(), origin(first), origin(unit)));
            }
        }
    }

    private static String origin(LinkUnit unit) {
        return unit.name().equals(unit.object())
                ? "the object itself"
                : "a binary of the crate of '" + unit.object() + "'";
    }
}
