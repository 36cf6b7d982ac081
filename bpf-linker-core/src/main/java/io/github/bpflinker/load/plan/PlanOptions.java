package io.github.bpflinker.load.plan;

import java.util.Map;

/**
 * What a caller knows about an object that the object does not say.
 *
 * @param sections for programs whose section no loader knows, or that are wanted as something else: by the name of the
 *     program, the name of a section that its type and target are taken from, such as {@code xdp} or {@code fentry/do_exit}
 * @param otherPrograms the same for all programs whose section no loader knows and that are not among {@code sections};
 *     empty for none
 */
public record PlanOptions(Map<String, String> sections, String otherPrograms) {

    private static final PlanOptions NONE = new PlanOptions(Map.of(), "");

    public PlanOptions {
        sections = Map.copyOf(sections);
    }

    /** Nothing beyond what the object says. */
    public static PlanOptions none() {
        return NONE;
    }
}
