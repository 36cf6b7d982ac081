package io.github.bpflinker.report;

import io.github.bpflinker.kernel.requirements.KernelRequirement;
import io.github.bpflinker.kernel.requirements.KernelRequirement.Need;
import io.github.bpflinker.kernel.requirements.Requirements;
import io.github.bpflinker.kernel.requirements.UseSite;
import io.github.bpflinker.kernel.table.Feature;
import io.github.bpflinker.text.Printable;
import io.github.bpflinker.version.KernelVersion;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The requirements of an object as text. */
public final class RequirementsText {

    private static final String INDENT = "  ";

    private RequirementsText() {}

    public static void print(Requirements requirements, PrintStream out) {
        out.println(Printable.line(requirements.object() + ": " + verdict(requirements)));
        print("Features", requirements, Need.KERNEL, out);
        print(
                "BTF and weak references, which libbpf leaves out where the kernel is older",
                requirements,
                Need.STRICT_LOADER,
                out);
        print("Done by the loader on any kernel", requirements, Need.LOADER, out);
    }

    private static String verdict(Requirements requirements) {
        Optional<KernelVersion> oldest = requirements.oldest();
        String reasons = requirements.decisive().stream()
                .map(requirement -> requirement.feature().name())
                .distinct()
                .collect(Collectors.joining(", "));
        if (oldest.isEmpty()) {
            return "no kernel can load it, because of " + reasons;
        }
        boolean any = KernelVersion.OLDEST_SUPPORTED.isAtLeast(oldest.get());
        return any
                ? "any Linux from " + KernelVersion.OLDEST_SUPPORTED + " on can load it"
                : "Linux " + oldest.get() + " or newer, because of " + reasons;
    }

    private static void print(String title, Requirements requirements, Need need, PrintStream out) {
        Map<Feature, List<KernelRequirement>> byFeature = requirements.all().stream()
                .filter(requirement -> requirement.need() == need)
                .collect(Collectors.groupingBy(KernelRequirement::feature, LinkedHashMap::new, Collectors.toList()));
        TextTable table = new TextTable("SINCE", "KIND", "FEATURE", "USED BY");
        byFeature.forEach((feature, uses) -> table.row(
                feature.since().map(KernelVersion::toString).orElse("never"),
                feature.kind().id(),
                feature.name(),
                where(uses)));
        if (!table.isEmpty()) {
            out.println(title);
            table.print(out, INDENT);
        }
    }

    private static String where(List<KernelRequirement> uses) {
        UseSite first = uses.get(0).place();
        String name = first.name().isEmpty() ? first.section() : first.name();
        String line = first.location() == null ? "" : " (" + first.location() + ")";
        return name + line + (uses.size() == 1 ? "" : " and " + (uses.size() - 1) + " more");
    }
}
