package io.github.bpflinker.kernel.table;

import io.github.bpflinker.kernel.table.Feature.Kind;
import io.github.bpflinker.kernel.table.Remedy.Action;
import io.github.bpflinker.version.KernelVersion;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which programs can call which helpers, where the kernel offers a helper to some types of programs only. */
public final class HelperTypes {

    private static final String ALL = "*";
    private static final String PROGRAMS = " programs";
    private static final String PREFIX = "BPF_PROG_TYPE_";

    /** Types that people write programs of, by a section of theirs: where a helper may be called instead. */
    private static final List<String> USUAL =
            List.of("kprobe", "tracepoint", "tc", "xdp", "cgroup_skb/ingress", "sockops", "sk_msg", "socket");

    private static final class Holder {
        private static final HelperTypes INSTANCE = new HelperTypes();
    }

    /** By type: helpers without their prefix, each with the release if it is later than the helper's own. */
    private final Map<String, Map<String, Optional<KernelVersion>>> byType = new HashMap<>();

    private final Set<String> judged = new HashSet<>();

    private HelperTypes() {
        FactTable.load("helper-types.tsv").rows().forEach(row -> {
            Map<String, Optional<KernelVersion>> helpers = new HashMap<>();
            for (String word : row.text("helpers").split(" ", -1)) {
                int at = word.indexOf('@');
                String name = at < 0 ? word : word.substring(0, at);
                helpers.put(name, at < 0 ? Optional.empty() : KernelVersion.parse(word.substring(at + 1)));
            }
            byType.put(row.text("type"), helpers);
            judged.addAll(helpers.keySet());
        });
    }

    /** The one table of this process. */
    public static HelperTypes get() {
        return Holder.INSTANCE;
    }

    /** Whether a feature is one of those that {@link #use} gives. */
    public static boolean isUse(Feature feature) {
        return feature.kind() == Kind.HELPER && feature.name().endsWith(PROGRAMS);
    }

    /**
     * What it asks of a kernel that a program of a type calls a helper, beyond that the kernel has both.
     *
     * @param section what makes the program one of its type
     * @param helper a known one
     * @return empty if nothing, or if that is not known
     */
    public Optional<Feature> use(ProgramSection section, Feature helper) {
        String type = section.type().substring(PREFIX.length());
        String name = helper.name().replaceFirst("^bpf_", "");
        @Nullable Map<String, Optional<KernelVersion>> own = byType.get(type);
        if (own == null || !judged.contains(name) || of(ALL).containsKey(name)) {
            return Optional.empty();
        }
        String what = helper.name() + " in " + type.toLowerCase(Locale.ROOT) + PROGRAMS;
        Remedy[] remedies = others(name).map(other -> new Remedy(Action.PROGRAM_TYPE, other)).stream()
                .toArray(Remedy[]::new);
        if (!own.containsKey(name)) {
            return Optional.of(Feature.ofNoKernel(Kind.HELPER, what, remedies));
        }
        return own.getOrDefault(name, Optional.empty())
                .map(release -> Feature.of(Kind.HELPER, what, release, remedies));
    }

    /** A section for programs that could call that helper from the beginning. */
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

    private Map<String, Optional<KernelVersion>> of(String type) {
        return byType.getOrDefault(type, Map.of());
    }
}
