package io.github.bpflinker.kernel.table;

import io.github.bpflinker.diagnostic.Remedy;
import io.github.bpflinker.diagnostic.Remedy.Action;
import io.github.bpflinker.kernel.table.Feature.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The helpers that only some program types can call. */
public final class HelperProgramTypes {

    private static final String ALL = "*";
    private static final String INCOMPLETE = "+";
    private static final String PROGRAMS = " programs";
    private static final String PREFIX = "BPF_PROG_TYPE_";

    /** Sections of common program types, which are suggested as alternatives. */
    private static final List<String> USUAL =
            List.of("kprobe", "tracepoint", "tc", "xdp", "cgroup_skb/ingress", "sockops", "sk_msg", "socket");

    private static final class Holder {
        private static final HelperProgramTypes INSTANCE = new HelperProgramTypes();
    }

    /** For each type, its helpers without prefix, each with a release if that is later than the helper's own. */
    private final Map<String, Map<String, Optional<Releases>>> byType = new HashMap<>();

    private final Set<String> judged = new HashSet<>();

    /** For types of which not every helper is known: those that are known to have come later than the helper. */
    private final Map<String, Map<String, Releases>> later = new HashMap<>();

    private HelperProgramTypes() {
        FactTable.load("helper-program-types.tsv").rows().forEach(row -> {
            Map<String, Optional<Releases>> helpers = new HashMap<>();
            for (String word : FactTable.split(row.text("helpers"), ' ')) {
                int at = word.indexOf('@');
                String name = at < 0 ? word : word.substring(0, at);
                helpers.put(name, at < 0 ? Optional.empty() : Optional.of(Releases.parse(word.substring(at + 1))));
            }
            String type = row.text("type");
            if (type.startsWith(INCOMPLETE)) {
                Map<String, Releases> known = new HashMap<>();
                helpers.forEach((name, releases) -> releases.ifPresent(from -> known.put(name, from)));
                later.put(type.substring(INCOMPLETE.length()), known);
            } else {
                byType.put(type, helpers);
                judged.addAll(helpers.keySet());
            }
        });
    }

    /** The shared instance. */
    public static HelperProgramTypes get() {
        return Holder.INSTANCE;
    }

    /** Whether a feature is the use of a helper in certain programs. */
    public static boolean isUse(Feature feature) {
        return feature.kind() == Kind.HELPER && feature.name().endsWith(PROGRAMS);
    }

    /** The name of a feature: the use of a helper in certain programs. */
    static String use(Feature helper, String programs) {
        return helper.name() + " in " + programs + PROGRAMS;
    }

    /**
     * The requirement of a call of a helper from a program of a type, in addition to those of the helper and of the
     * type.
     *
     * @param section the section of the program, which determines its type
     * @param helper a known one
     * @return empty if there is none or it is not known
     */
    public Optional<Feature> use(ProgramSection section, Feature helper) {
        String type = section.type().substring(PREFIX.length());
        String name = helper.name().startsWith("bpf_") ? helper.name().substring("bpf_".length()) : helper.name();
        @Nullable Map<String, Optional<Releases>> own = byType.get(type);
        @Nullable Releases came = later.getOrDefault(type, Map.of()).get(name);
        if (own == null && came != null) {
            return Optional.of(Feature.of(Kind.HELPER, use(helper, type.toLowerCase(Locale.ROOT)), came));
        }
        if (own == null || !judged.contains(name) || of(ALL).containsKey(name)) {
            return Optional.empty();
        }
        String what = use(helper, type.toLowerCase(Locale.ROOT));
        Remedy[] remedies = others(name).map(other -> new Remedy(Action.PROGRAM_TYPE, other)).stream()
                .toArray(Remedy[]::new);
        if (!own.containsKey(name)) {
            return Optional.of(Feature.ofNoKernel(Kind.HELPER, what, remedies));
        }
        return own.getOrDefault(name, Optional.empty())
                .map(releases -> Feature.of(Kind.HELPER, what, releases, remedies));
    }

    /** A section of a program type that could call the helper from the helper's first release on. */
    private Optional<String> others(String name) {
        return USUAL.stream()
                .filter(section -> KernelFacts.get()
                        .section(section)
                        .map(found ->
                                of(found.type().substring(PREFIX.length())).get(name))
                        .filter(Optional::isEmpty)
                        .isPresent())
                .findFirst();
    }

    private Map<String, Optional<Releases>> of(String type) {
        return byType.getOrDefault(type, Map.of());
    }
}
