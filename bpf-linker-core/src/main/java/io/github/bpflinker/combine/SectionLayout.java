package io.github.bpflinker.combine;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.elf.ElfSection;
import io.github.bpflinker.elf.ElfSymbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where each section of the inputs lies in the result. Sections of one name are joined in the order of the inputs; the
 * license and the version of the kernel, which each input can have, are kept once.
 */
final class SectionLayout {

    private static final Set<String> ONCE = Set.of("license", "version");

    private final Map<String, CombinedSection> byName = new LinkedHashMap<>();
    private final Map<RelocatableObject, Map<Integer, Place>> places = new HashMap<>();

    /**
     * The place of a section of an input.
     *
     * @param base its offset in the combined section
     * @param repeated whether its content is that of an earlier input, which the result has once
     */
    record Place(CombinedSection section, long base, boolean repeated) {}

    private SectionLayout() {}

    /**
     * Lays out the sections of all inputs.
     *
     * @throws LinkException if licenses or versions differ, or a section would be too large
     */
    static SectionLayout of(List<RelocatableObject> objects) {
        SectionLayout layout = new SectionLayout();
        for (RelocatableObject object : objects) {
            Map<Integer, Place> ofObject = new HashMap<>();
            layout.places.put(object, ofObject);
            for (ElfSection section : object.sections()) {
                if (section.size() > 0 || isNamed(object, section)) {
                    ofObject.put(section.index(), layout.place(object, section));
                }
            }
        }
        return layout;
    }

    /** Compilers write an empty section for code even if there is none. */
    private static boolean isNamed(RelocatableObject object, ElfSection section) {
        return object.file().symbols().stream()
                .anyMatch(symbol -> symbol.section() == section.index() && symbol.type() != ElfSymbol.Type.SECTION);
    }

    private Place place(RelocatableObject object, ElfSection section) {
        CombinedSection combined = byName.get(section.name());
        if (combined != null && ONCE.contains(section.name())) {
            CombinedSection.Part first = combined.parts().get(0);
            if (!first.section().content().equals(section.content())) {
                throw new LinkException(Diagnostic.error(Problem.SECTIONS_DIFFER)
                        .withInput(object.name())
                        .withSymbol(section.name())
                        .withRelated(List.of(first.object().name())));
            }
            return new Place(combined, 0, true);
        }
        if (combined == null) {
            combined = new CombinedSection(section);
            byName.put(section.name(), combined);
        }
        return new Place(combined, combined.append(object, section).base(), false);
    }

    /** The sections of the result. */
    List<CombinedSection> sections() {
        return new ArrayList<>(byName.values());
    }

    /** The section of the result of that name. */
    Optional<CombinedSection> section(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The place of a section; empty if it is not part of the result, as for debug information. */
    Optional<Place> place(RelocatableObject object, int section) {
        return Optional.ofNullable(places.getOrDefault(object, Map.of()).get(section));
    }
}
