package io.github.bpflinker.maven.project;

import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Lists the linked objects of a project, for the goals that process them. */
public final class ProjectObjects {

    private ProjectObjects() {}

    /**
     * A linked object.
     *
     * @param name its name
     * @param variant its variant
     * @param file its path
     */
    public record Linked(String name, Variant variant, Path file) {

        /** The name in messages and report files, with the classifier of the variant if it has one. */
        public String label() {
            return variant.isPlain() ? name : name + "@" + variant.classifier();
        }
    }

    /**
     * All linked objects in all variants.
     *
     * @throws BuildFailure if one of {@code objects} has not been compiled or linked
     */
    public static List<Linked> of(Layout layout, List<ObjectSpec> objects, List<Variant> variants) {
        List<LinkUnit> units = objects.isEmpty()
                ? List.of()
                : UnitList.read(layout.units(objects)).orElse(List.of());
        for (ObjectSpec object : objects) {
            if (units.stream().noneMatch(unit -> unit.object().equals(object.name()))) {
                throw new BuildFailure(new Reason.NotCompiled(object.name()));
            }
        }
        List<Linked> linked = new ArrayList<>();
        for (Variant variant : variants) {
            for (LinkUnit unit : units) {
                if (unit.endianness() == variant.endianness()) {
                    linked.add(linked(unit, variant, layout));
                }
            }
        }
        return linked;
    }

    private static Linked linked(LinkUnit unit, Variant variant, Layout layout) {
        Path file = layout.object(unit.name(), variant);
        if (!Files.exists(file)) {
            throw new BuildFailure(new Reason.NotLinked(unit.name(), file.toString()));
        }
        return new Linked(unit.name(), variant, file);
    }
}
