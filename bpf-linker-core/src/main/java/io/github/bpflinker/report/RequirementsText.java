package io.github.bpflinker.report;

import io.github.bpflinker.kernel.requirements.KernelRequirement;
import io.github.bpflinker.kernel.requirements.KernelRequirement.Need;
import io.github.bpflinker.kernel.requirements.Requirements;
import io.github.bpflinker.kernel.requirements.UseSite;
import io.github.bpflinker.kernel.table.Feature;
import io.github.bpflinker.text.Printable;
import io.github.bpflinker.version.KernelVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The requirements of an object as text. */
public final class RequirementsText {

    private static final String INDENT = "  ";

    private RequirementsText() {}

    /** The oldest kernel that can load the object and why, then tables of features. */
    public static List<String> lines(Requirements requirements) {
        List<String> lines = new ArrayList<>();
        lines.add(Printable.line(requirements.object() + ": " + verdict(requirements)));
        add("Features", requirements, Need.KERNEL, lines);
        add("Needed to attach", requirements, Need.ATTACHING, lines);
        add("Used only where a check at load time lets it, or on request", requirements, Need.GUARDED, lines);
        add(
                "BTF and weak references, which libbpf leaves out where the kernel is older",
                requirements,
                Need.STRICT_LOADER,
                lines);
        add("Done by the loader on any kernel", requirements, Need.LOADER, lines);
        return lines;
    }

    private static String verdict(Requirements requirements) {
        Optional<KernelVersion> oldest = requirements.oldest();
        String reasons = names(requirements.decisive());
        if (oldest.isEmpty()) {
            return requirements.decisive().stream()
                            .allMatch(requirement -> requirement.feature().isKnown())
                    ? "no kernel can load it, because of " + reasons
                    : "uses what this release of the linker does not know, newer than Linux " + Feature.NEWEST_KNOWN
                            + " or of a module: " + reasons;
        }
        String end = requirements
                .newest()
                .map(version -> ", before " + version + " because of " + names(requirements.ending()))
                .orElse("");
        boolean any = KernelVersion.OLDEST_SUPPORTED.isAtLeast(oldest.get());
        return any
                ? "any Linux from " + KernelVersion.OLDEST_SUPPORTED + " on can load it" + end
                : "Linux " + oldest.get() + " or newer, because of " + reasons + end;
    }

    private static String names(List<KernelRequirement> requirements) {
        return requirements.stream()
                .map(requirement -> requirement.feature().name())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static void add(String title, Requirements requirements, Need need, List<String> lines) {
        Map<Feature, List<KernelRequirement>> byFeature = requirements.all().stream()
                .filter(requirement -> requirement.need() == need)
                .collect(Collectors.groupingBy(KernelRequirement::feature, LinkedHashMap::new, Collectors.toList()));
        TextTable table = new TextTable("SINCE", "KIND", "FEATURE", "USED BY");
        byFeature.forEach((feature, uses) -> table.row(
                feature.isKnown() ? feature.releases().toString() : "unknown",
                feature.kind().id(),
                feature.name(),
                where(uses)));
        if (!table.isEmpty()) {
            lines.add(title);
            lines.addAll(table.lines(INDENT));
        }
    }

    private static String where(List<KernelRequirement> uses) {
        UseSite first = uses.get(0).place();
        String name = first.name().isEmpty() ? first.section() : first.name();
        String line = first.location() == null ? "" : " (" + first.location() + ")";
        return name + line + (uses.size() == 1 ? "" : " and " + (uses.size() - 1) + " more");
    }
}
