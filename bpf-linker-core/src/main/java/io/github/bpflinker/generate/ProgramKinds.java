package io.github.bpflinker.generate;

import io.github.bpflinker.load.plan.PlannedProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which ways of attaching a program has, by its type and its section. */
final class ProgramKinds {

    private static final String ATTACHABLE = "AttachableProgram";
    private static final String SECTION = "SectionProgram";
    private static final String CGROUP = "CgroupProgram";
    private static final String ITERATOR = "IteratorProgram";
    private static final String NETKIT = "NetkitProgram";

    private static final Map<String, String> BY_TYPE = Map.ofEntries(
            Map.entry("XDP", "XdpProgram"),
            Map.entry("SCHED_CLS", "TrafficProgram"),
            Map.entry("TRACEPOINT", "TracepointProgram"),
            Map.entry("RAW_TRACEPOINT", "RawTracepointProgram"),
            Map.entry("RAW_TRACEPOINT_WRITABLE", "RawTracepointProgram"),
            Map.entry("TRACING", "TracingProgram"),
            Map.entry("LSM", "TracingProgram"),
            Map.entry("EXT", "TracingProgram"),
            Map.entry("PERF_EVENT", "PerfEventProgram"),
            Map.entry("CGROUP_SKB", CGROUP),
            Map.entry("CGROUP_SOCK", CGROUP),
            Map.entry("CGROUP_SOCK_ADDR", CGROUP),
            Map.entry("CGROUP_DEVICE", CGROUP),
            Map.entry("CGROUP_SYSCTL", CGROUP),
            Map.entry("CGROUP_SOCKOPT", CGROUP),
            Map.entry("SOCK_OPS", CGROUP),
            Map.entry("SK_LOOKUP", "NamespaceProgram"),
            Map.entry("FLOW_DISSECTOR", "NamespaceProgram"),
            Map.entry("SK_SKB", "SockmapProgram"),
            Map.entry("SK_MSG", "SockmapProgram"),
            Map.entry("NETFILTER", "NetfilterProgram"),
            Map.entry("SOCKET_FILTER", "SocketFilterProgram"),
            Map.entry("SK_REUSEPORT", "ReuseportProgram"),
            Map.entry("LWT_IN", "RouteProgram"),
            Map.entry("LWT_OUT", "RouteProgram"),
            Map.entry("LWT_XMIT", "RouteProgram"),
            Map.entry("LWT_SEG6LOCAL", "RouteProgram"));

    private static final Map<String, String> KPROBES = Map.ofEntries(
            Map.entry("kprobe", "KprobeProgram"),
            Map.entry("kretprobe", "KprobeProgram"),
            Map.entry("ksyscall", "SystemCallProgram"),
            Map.entry("kretsyscall", "SystemCallProgram"),
            Map.entry("kprobe.multi", "KprobesProgram"),
            Map.entry("kretprobe.multi", "KprobesProgram"),
            Map.entry("kprobe.session", "KprobesProgram"),
            Map.entry("uprobe", "UprobeProgram"),
            Map.entry("uretprobe", "UprobeProgram"),
            Map.entry("uprobe.multi", "UprobesProgram"),
            Map.entry("uretprobe.multi", "UprobesProgram"),
            Map.entry("uprobe.session", "UprobesProgram"),
            Map.entry("usdt", "UsdtProgram"));

    /** Of the ones whose section can say where to; iterators and programs for a function of the kernel always do. */
    private static final List<String> BY_SECTION = List.of(
            "TracepointProgram",
            "RawTracepointProgram",
            "TracingProgram",
            "KprobeProgram",
            "SystemCallProgram",
            "KprobesProgram",
            "UprobeProgram",
            "UprobesProgram",
            "UsdtProgram");

    private ProgramKinds() {}

    /** The names of all interfaces that {@link #of} can find. */
    static Set<String> all() {
        Set<String> all = new TreeSet<>(List.of(ATTACHABLE, SECTION, CGROUP, ITERATOR, NETKIT));
        all.addAll(BY_TYPE.values());
        all.addAll(KPROBES.values());
        return all;
    }

    /** The interfaces in {@code typed.program}. */
    static List<String> of(PlannedProgram program) {
        String type = program.definition().type().replace("BPF_PROG_TYPE_", "");
        String word = program.section().split("/", 2)[0];
        String kind = word.endsWith(".s") ? word.substring(0, word.length() - 2) : word;
        String found =
                switch (kind) {
                    case "iter" -> ITERATOR;
                    case "netkit" -> NETKIT;
                    case "lsm_cgroup" -> CGROUP;
                    default -> type.equals("KPROBE") ? KPROBES.getOrDefault(kind, "") : BY_TYPE.getOrDefault(type, "");
                };
        List<String> kinds = new ArrayList<>();
        boolean target = !program.sectionArgument().isEmpty() && BY_SECTION.contains(found);
        if (target || found.equals(ITERATOR)) {
            kinds.add(SECTION);
        }
        // A program at a place in a packet's way to a device map or another processor is not attached.
        boolean chained = program.section().startsWith("xdp")
                && program.definition().pattern().matches(".*(devmap|cpumap).*");
        if (!found.isEmpty() && !chained) {
            kinds.add(found);
        }
        return kinds.isEmpty() ? List.of(ATTACHABLE) : kinds;
    }
}
