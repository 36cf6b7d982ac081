package io.github.bpflinker.load;

import io.github.bpflinker.kernel.table.Feature;
import io.github.bpflinker.kernel.table.KernelFacts;
import io.github.bpflinker.load.host.Capability;
import io.github.bpflinker.load.plan.MapShape;
import io.github.bpflinker.load.plan.PlannedProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The requirements of maps, programs and other calls. Source: {@code bpf_prog_load}, {@code is_net_admin_prog_type},
 * {@code is_perfmon_prog_type} and {@code map_create} in {@code kernel/bpf/syscall.c}, Linux 6.18.
 */
final class CallRequirements {

    static final CallRequirement NOTHING = new CallRequirement("");
    static final CallRequirement OF_MAPS = new CallRequirement("maps", Capability.CAP_BPF);
    static final CallRequirement OF_BTF = new CallRequirement("types", Capability.CAP_BPF);
    static final CallRequirement OF_PINS = new CallRequirement("pins", Capability.CAP_BPF);

    /** The requirements of listing ids and opening by id. */
    static final CallRequirement OF_IDS = new CallRequirement("lists of what is loaded", Capability.CAP_SYS_ADMIN);

    private static final int SOCKET_FILTER = 1;
    private static final int SCHED_CLS = 3;
    private static final int RAW_TRACEPOINT = 17;

    /** kprobe, tracepoint, perf_event, raw_tracepoint and its writable kind, tracing, struct_ops, lsm. */
    private static final Set<Integer> WITH_PERFMON = Set.of(2, 5, 7, 17, 24, 26, 27, 29);

    /**
     * sched_cls, sched_act, xdp, the four of lwt, sock_ops, sk_skb, cgroup_device, sk_msg, cgroup_sock_addr,
     * cgroup_sock, flow_dissector, cgroup_sysctl, cgroup_sockopt, netfilter.
     */
    private static final Set<Integer> WITH_NET_ADMIN =
            Set.of(3, 4, 6, 10, 11, 12, 19, 13, 14, 15, 16, 18, 9, 22, 23, 25, 32);

    /** Extensions of other programs, which need the capabilities of these. */
    private static final int EXTENSION = 28;

    /** devmap, sockmap, xskmap, sockhash, devmap_hash. */
    private static final Set<Integer> MAPS_WITH_NET_ADMIN = Set.of(14, 15, 17, 18, 25);

    private CallRequirements() {}

    static CallRequirement of(MapShape shape) {
        KernelFacts facts = KernelFacts.get();
        List<Feature> features = new ArrayList<>();
        if (facts.mapTypes().containsKey(shape.type())) {
            features.add(facts.mapType(shape.type()));
        }
        features.addAll(facts.mapFlags(shape.flags()));
        List<Capability> capabilities = MAPS_WITH_NET_ADMIN.contains(shape.type())
                ? List.of(Capability.CAP_BPF, Capability.CAP_NET_ADMIN)
                : List.of(Capability.CAP_BPF);
        return new CallRequirement("maps of type " + MapInfo.typeName(shape.type()), capabilities, features, 0);
    }

    static CallRequirement of(PlannedProgram program) {
        int type = program.type();
        List<Capability> capabilities = new ArrayList<>(List.of(Capability.CAP_BPF));
        int control = SOCKET_FILTER;
        if (WITH_PERFMON.contains(type) || type == EXTENSION) {
            capabilities.add(Capability.CAP_PERFMON);
            control = RAW_TRACEPOINT;
        }
        if (WITH_NET_ADMIN.contains(type) || type == EXTENSION) {
            capabilities.add(Capability.CAP_NET_ADMIN);
            control = SCHED_CLS;
        }
        return new CallRequirement(
                "programs of type " + ProgramInfo.typeName(type).toLowerCase(Locale.ROOT) + " (section "
                        + program.section() + ")",
                capabilities,
                List.of(program.definition().feature()),
                control == type ? SOCKET_FILTER : control);
    }
}
