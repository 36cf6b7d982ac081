package io.github.bpflinker.load.plan;

import java.util.Map;

/**
 * Settings for planning an object.
 *
 * @param sections for each program in an unknown section or with another intended type, by program name: the section
 *     from which type and attach target are derived, such as {@code xdp} or {@code fentry/do_exit}
 * @param otherPrograms the section for all other programs in unknown sections; empty for none
 */
public record PlanOptions(Map<String, String> sections, String otherPrograms) {

    private static final PlanOptions NONE = new PlanOptions(Map.of(), "");

    public PlanOptions {
        sections = Map.copyOf(sections);
    }

    /** No settings. */
    public static PlanOptions none() {
        return NONE;
    }
}
