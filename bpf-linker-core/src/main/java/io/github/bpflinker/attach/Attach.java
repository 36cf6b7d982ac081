package io.github.bpflinker.attach;

import io.github.bpflinker.load.LoadedMap;
import io.github.bpflinker.load.LoadedObject;
import io.github.bpflinker.load.LoadedProgram;
import java.nio.channels.NetworkChannel;
import java.nio.file.Path;
import java.util.Map;

/**
 * Attaches loaded programs:
 *
 * <pre>{@code
 * try (LoadedObject object = BpfLoader.of(BpfObject.read(Path.of("trace.bpf.o"))).load();
 *         BpfLink link = Attach.tracepoint(object.program("on_exec"), "sched", "sched_process_exec")) {
 *     Thread.sleep(10_000);
 * }
 * }</pre>
 *
 * <p>Each method answers with a link; closing it detaches. All throw {@link AttachException} if the kernel refuses, the
 * program is of another type, or there is no such target, and {@link IllegalStateException} if the object of the program is
 * closed. Thread-safe.
 */
public final class Attach {

    private Attach() {}

    /**
     * To where its section says, as skeletons do.
     *
     * @throws AttachException also if the section does not say it, as of XDP programs
     */
    public static BpfLink program(LoadedProgram program) {
        return SectionTargets.attach(program);
    }

    /**
     * The same, also for programs at the tracepoints of programs and libraries (USDT), which need maps of their object.
     *
     * @param object the one of the program
     */
    public static BpfLink program(LoadedObject object, LoadedProgram program) {
        return SectionTargets.attach(object, program);
    }

    /** All programs of an object whose sections say where to, and its struct_ops maps; or none of them. */
    public static BpfLinks all(LoadedObject object) {
        return all(object, Map.of());
    }

    /**
     * As {@link #all(LoadedObject)}, and other programs to targets in words.
     *
     * @param targets by the name of the program, as {@link #to} takes them
     */
    public static BpfLinks all(LoadedObject object, Map<String, String> targets) {
        return SectionTargets.attachAll(object, targets);
    }

    /**
     * To a target in words, for programs whose sections do not say where to.
     *
     * @param object the one of the program
     * @param target of XDP, tc, tcx and netkit, a network interface; of programs of cgroups, a folder; of sk_lookup and
     *     flow_dissector, the name of a network namespace or a file that stands for it; of sk_skb and sk_msg, a map of the
     *     object
     * @throws AttachException also for programs of other types
     */
    public static BpfLink to(LoadedObject object, LoadedProgram program, String target) {
        return TextTargets.attach(object, program, target);
    }

    /** To a tracepoint; tracefs need not be mounted. */
    public static BpfLink tracepoint(LoadedProgram program, String category, String name) {
        return tracepoint(program, category, name, 0);
    }

    /**
     * To a tracepoint.
     *
     * @param cookie what {@code bpf_get_attach_cookie} gives (Linux 5.15); 0 for none
     */
    public static BpfLink tracepoint(LoadedProgram program, String category, String name, long cookie) {
        return TracepointLinks.tracepoint(program, category, name, cookie, true);
    }

    /** To a tracepoint by its name without category, with its raw arguments (Linux 4.17). */
    public static BpfLink rawTracepoint(LoadedProgram program, String name) {
        return rawTracepoint(program, name, 0);
    }

    /**
     * The same.
     *
     * @param cookie what {@code bpf_get_attach_cookie} gives (Linux 6.10); 0 for none
     */
    public static BpfLink rawTracepoint(LoadedProgram program, String name, long cookie) {
        return TracepointLinks.raw(program, name, cookie);
    }

    /** To what it was loaded for: tp_btf, fentry, fexit, fmod_ret, lsm (Linux 5.5 to 5.7), freplace (5.6). */
    public static BpfLink tracing(LoadedProgram program) {
        return tracing(program, 0);
    }

    /**
     * The same.
     *
     * @param cookie what {@code bpf_get_attach_cookie} gives (Linux 6.0; tp_btf 6.10); 0 for none
     */
    public static BpfLink tracing(LoadedProgram program, long cookie) {
        return TracingLinks.attach(program, cookie);
    }

    /** To a function of the kernel. */
    public static BpfLink kprobe(LoadedProgram program, String function, KprobeOptions options) {
        return KernelProbeLinks.one(program, function, options, true);
    }

    /**
     * To the function of a system call.
     *
     * @param name as in {@code openat}
     */
    public static BpfLink systemCall(LoadedProgram program, String name, KprobeOptions options) {
        return KernelProbeLinks.systemCall(program, name, options, true);
    }

    /** To many functions of the kernel at once (Linux 5.18), at entry and return if it was loaded as a session (6.12). */
    public static BpfLink kprobes(LoadedProgram program, MultiOptions options) {
        return KernelProbeLinks.multi(program, options);
    }

    /**
     * To a place of a program or library.
     *
     * @param file a path, or the name of a library on the library path, as {@code libc.so.6}, or of a program
     */
    public static BpfLink uprobe(LoadedProgram program, String file, UprobeOptions options) {
        return UserProbeLinks.one(program, file, options, true);
    }

    /**
     * To many functions of a program or library at once (Linux 6.6), at entry and return if it was loaded as a session
     * (6.14).
     *
     * @param file a path, or the name of a library on the library path, as {@code libc.so.6}, or of a program
     */
    public static BpfLink uprobes(LoadedProgram program, String file, MultiOptions options) {
        return UserProbeLinks.multi(program, file, options);
    }

    /**
     * To a tracepoint that a program or library defines (Linux 5.15).
     *
     * @param object the one of the program, whose source includes {@code usdt.bpf.h}
     * @param file a path, or the name of a library on the library path, or of a program
     */
    public static BpfLink usdt(LoadedObject object, LoadedProgram program, String file, UsdtOptions options) {
        return UsdtLinks.attach(object, program, file, options);
    }

    /** To an event that is counted or timed. */
    public static BpfLink perfEvent(LoadedProgram program, PerfEventOptions options) {
        return PerfEventLinks.attach(program, options, true);
    }

    /** To the packets that an interface receives. */
    public static BpfLink xdp(LoadedProgram program, NetworkDevice device, XdpMode mode) {
        return InterfaceLinks.xdp(program, device, mode, true);
    }

    /** To the packets that come in at an interface (Linux 6.6). */
    public static BpfLink tcxIngress(LoadedProgram program, NetworkDevice device, Place place) {
        return InterfaceLinks.ordered(program, Kind.TCX, "BPF_TCX_INGRESS", device, place, "tcx ingress");
    }

    /** To the packets that leave at an interface (Linux 6.6). */
    public static BpfLink tcxEgress(LoadedProgram program, NetworkDevice device, Place place) {
        return InterfaceLinks.ordered(program, Kind.TCX, "BPF_TCX_EGRESS", device, place, "tcx egress");
    }

    /** To a netkit interface, the one that was made first (Linux 6.7). */
    public static BpfLink netkitPrimary(LoadedProgram program, NetworkDevice device, Place place) {
        return InterfaceLinks.ordered(program, Kind.NETKIT, "BPF_NETKIT_PRIMARY", device, place, "netkit primary");
    }

    /** To the peer of a netkit interface, reached through the one that was made first (Linux 6.7). */
    public static BpfLink netkitPeer(LoadedProgram program, NetworkDevice device, Place place) {
        return InterfaceLinks.ordered(program, Kind.NETKIT, "BPF_NETKIT_PEER", device, place, "netkit peer");
    }

    /** To a filter of clsact, the way that kernels before tcx have. */
    public static BpfLink trafficFilter(LoadedProgram program, NetworkDevice device, FilterOptions options) {
        return TrafficFilters.attach(program, device, options);
    }

    /** To a cgroup, with others. */
    public static BpfLink cgroup(LoadedProgram program, Path cgroup) {
        return cgroup(program, cgroup, CgroupOptions.none());
    }

    /**
     * To a cgroup.
     *
     * @param cgroup a folder of a mounted cgroup file system of version 2
     */
    public static BpfLink cgroup(LoadedProgram program, Path cgroup, CgroupOptions options) {
        return CgroupLinks.attach(program, cgroup, options, true);
    }

    /**
     * To a network namespace: sk_lookup (Linux 5.9), flow_dissector.
     *
     * @param namespace a file that stands for it, as {@code /run/netns/NAME} or {@code /proc/self/ns/net}
     */
    public static BpfLink networkNamespace(LoadedProgram program, Path namespace) {
        return NamespaceLinks.attach(program, namespace);
    }

    /** To the sockets of a sockmap or sockhash: parsers and verdicts of sk_skb and sk_msg. */
    public static BpfLink sockmap(LoadedProgram program, LoadedMap map) {
        return SockmapLinks.attach(program, map, true);
    }

    /** To a hook of netfilter (Linux 6.4). */
    public static BpfLink netfilter(LoadedProgram program, NetfilterOptions options) {
        return NetfilterLinks.attach(program, options);
    }

    /**
     * To the packets of a route, which is added for it and removed when the link is closed: programs of type lwt_in (packets
     * that come in and match), lwt_out, lwt_xmit (that leave by it), and lwt_seg6local (IPv6 with a segment routing header,
     * action {@code End.BPF}). {@link BpfLink#update} replaces the program. Linux 4.10, lwt_seg6local 4.18.
     */
    public static BpfLink route(LoadedProgram program, RouteOptions options) {
        return RouteLinks.attach(program, options);
    }

    /** To what a socket receives. The link ends with the channel. */
    public static BpfLink socketFilter(LoadedProgram program, NetworkChannel channel) {
        return SocketLinks.filter(program, channel);
    }

    /** To the group of sockets that share a port with a socket: says which of them gets a packet or connection. */
    public static BpfLink reuseport(LoadedProgram program, NetworkChannel channel) {
        return SocketLinks.reuseport(program, channel);
    }

    /**
     * Registers a struct_ops map (Linux 5.6), as the struct of a congestion control. It is a link of the kernel if the struct
     * is in section {@code .struct_ops.link} and the kernel has such links (Linux 6.4). Of section {@code .struct_ops}, and on
     * older kernels, it stays registered until the link is closed, even when the process ends; and the map can't be
     * registered a second time.
     */
    public static BpfLink structOps(LoadedMap map) {
        return OperationsLinks.attach(map);
    }

    /** To what an iterator goes over (Linux 5.8); {@link BpfLink#output()} has it run. */
    public static BpfLink iterator(LoadedProgram program, IteratorOptions options) {
        return IteratorLinks.attach(program, options);
    }
}
