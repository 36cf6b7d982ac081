package io.github.bpflinker.attach;

import io.github.bpflinker.load.host.Capability;
import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.load.syscall.Errno;
import java.util.List;
import java.util.function.Supplier;

/**
 * What an error number means for a kind, and what helps. Source: the functions {@code …_link_attach} and {@code
 * perf_event_set_bpf_prog} of Linux 6.18, and what that kernel answered in tests.
 */
final class Hints {

    private static final String LOOK_AT_LINKS = "bpf-linker list links";
    private static final int ENODEV = Errno.ENODEV;

    private Hints() {}

    /**
     * Why, and what helps.
     *
     * @param reason empty if the error number says it all
     * @param remedy empty if nothing is known
     */
    record Hint(String reason, String remedy) {}

    static Hint of(Attacher attacher, int errno) {
        return switch (errno) {
            case Errno.EPERM, Errno.EACCES -> permission(attacher);
            case Errno.EMFILE -> new Hint("", "raise the limit of open files with ulimit -n");
            default -> byKind(attacher, errno);
        };
    }

    private static Hint byKind(Attacher attacher, int errno) {
        return switch (attacher.kind()) {
            case XDP -> xdp(errno);
            case TCX, NETKIT, TC_FILTER -> order(errno);
            case CGROUP -> cgroup(errno);
            case UPROBE -> uprobe(errno);
            case KPROBE -> kprobe(errno);
            case TRACING -> tracing(errno);
            case NETWORK_NAMESPACE -> namespace(errno);
            case NETFILTER -> netfilter(errno);
            case ROUTE -> route(errno);
            case RAW_TRACEPOINT ->
                errno == Errno.ENOENT
                        ? new Hint(
                                "the kernel has no such tracepoint",
                                "name one of /sys/kernel/tracing/available_events without its category")
                        : unknown(errno);
            case PERF_EVENT ->
                errno == Errno.ENOENT || errno == ENODEV
                        ? new Hint(
                                "this machine does not count that event",
                                "use a software event, as virtual machines often have no hardware counters")
                        : errno == Errno.ESRCH ? new Hint("there is no such process", "") : unknown(errno);
            case TRACEPOINT, SOCKMAP, SOCKET_FILTER, REUSEPORT, ITERATOR -> unknown(errno);
        };
    }

    private static Hint unknown(int errno) {
        return errno == Errno.EINVAL
                ? new Hint("", "see whether this kernel is new enough for it, and whether the options fit the kind")
                : new Hint("", "");
    }

    private static Hint xdp(int errno) {
        return switch (errno) {
            case Errno.EINVAL, ENODEV ->
                new Hint(
                        "the interface is gone or was never in this network namespace, or can't do what was asked",
                        "see ip link, and ask for the generic mode if its driver has no XDP of its own");
            case Errno.EBUSY ->
                new Hint(
                        "another XDP program is attached to the interface",
                        "close its link (" + LOOK_AT_LINKS + "), or remove it with ip link set dev NAME xdp off");
            case Errno.EEXIST ->
                new Hint(
                        "an XDP program is attached in another mode",
                        "ask for the same mode, or remove the other program first");
            case Errno.EOPNOTSUPP ->
                new Hint("the driver of the interface can't run XDP programs in that mode", "ask for the generic mode");
            case Errno.ERANGE ->
                new Hint(
                        "packets of the interface are larger than one buffer (its MTU)",
                        "use section xdp.frags, or make the MTU smaller");
            default -> unknown(errno);
        };
    }

    private static Hint order(int errno) {
        return switch (errno) {
            case ENODEV ->
                new Hint("there is no such interface in this network namespace", "see ip link, and name the namespace");
            case Errno.EEXIST ->
                new Hint("the same program is attached there already", "close its link first, or load it once more");
            case Errno.ENOENT ->
                new Hint(
                        "the program or link that it is to be placed beside is not attached there",
                        "attach that one first, or place this one first or last");
            case Errno.EBUSY, 116 -> new Hint("the list of programs changed meanwhile", "attach it again");
            case Errno.ERANGE -> new Hint("there are 63 programs already", "close a link (" + LOOK_AT_LINKS + ")");
            case Errno.EINVAL ->
                new Hint(
                        "the interface can't take it, or the kernel is older than tcx (Linux 6.6), netkit (6.7)",
                        "attach it as a filter of clsact with Attach.trafficFilter");
            default -> unknown(errno);
        };
    }

    private static Hint cgroup(int errno) {
        return switch (errno) {
            case Errno.EBADF ->
                new Hint(
                        "that is no folder of cgroup version 2",
                        "name one below the mount of type cgroup2, often /sys/fs/cgroup or /sys/fs/cgroup/unified");
            case Errno.EINVAL ->
                new Hint(
                        "the kernel does not know this attach type, or the options do not fit",
                        "see whether this kernel is new enough for section and options");
            case Errno.E2BIG -> new Hint("there are 64 programs already", "close a link (" + LOOK_AT_LINKS + ")");
            case Errno.EBUSY ->
                new Hint(
                        "another program is attached to the same hook in a way that allows no other",
                        "attach in the same way as that one, or detach it");
            default -> unknown(errno);
        };
    }

    private static Hint uprobe(int errno) {
        return switch (errno) {
            case Errno.EINVAL ->
                new Hint(
                        "the kernel can't probe there: the place is no instruction, or a probe with another semaphore"
                                + " (or none) is live at the same place",
                        "probe with the same semaphore as the other, or end that one first");
            case Errno.ESRCH -> new Hint("there is no such process", "");
            case Errno.ENOENT -> new Hint("there is no such file", "");
            case Errno.EOPNOTSUPP, Errno.ENOTSUPP ->
                new Hint("the instruction there can't be probed", "probe another offset");
            default -> unknown(errno);
        };
    }

    private static Hint kprobe(int errno) {
        return switch (errno) {
            case Errno.ENOENT ->
                new Hint(
                        "the kernel has no kprobes (CONFIG_KPROBES), or no such function",
                        "see /proc/kallsyms, and use a kernel with kprobes");
            case Errno.EINVAL ->
                new Hint(
                        "the kernel can't probe there: the function is on its blacklist, or the offset is no instruction",
                        "see /sys/kernel/debug/kprobes/blacklist and probe another function");
            case 84 -> new Hint("the offset is not at the start of an instruction", "probe the start of the function");
            case 99 -> new Hint("several functions have that name", "name one that is there once, or give an address");
            case Errno.ESRCH -> new Hint("no function has that name", "see /proc/kallsyms");
            case Errno.EOPNOTSUPP, Errno.ENOTSUPP ->
                new Hint("this kernel was built without what it takes (CONFIG_FPROBE)", "attach a kprobe to each");
            default -> unknown(errno);
        };
    }

    private static Hint tracing(int errno) {
        return switch (errno) {
            case Errno.EBUSY ->
                new Hint(
                        "the function is traced in a way that allows no trampoline, or the program is attached already",
                        "close the other link, or load the program once more");
            case Errno.EINVAL ->
                new Hint(
                        "the kernel can't trace that function so: it never returns, say, or is no tracepoint",
                        "trace its entry with fentry, or another function");
            case Errno.E2BIG ->
                new Hint("38 programs are attached to that function already", "close a link (" + LOOK_AT_LINKS + ")");
            case Errno.EOPNOTSUPP, Errno.ENOTSUPP ->
                new Hint("this kernel or machine has no BPF trampolines", "use a kprobe");
            default -> unknown(errno);
        };
    }

    private static Hint namespace(int errno) {
        return switch (errno) {
            case Errno.EEXIST, Errno.EBUSY ->
                new Hint(
                        "another program is attached to that network namespace",
                        "close its link (" + LOOK_AT_LINKS + ")");
            case Errno.EINVAL -> new Hint("that is no network namespace", "name a file as /run/netns/NAME is");
            case Errno.E2BIG ->
                new Hint(
                        "the network namespace has as many such programs as it takes: one flow dissector, 64 of sk_lookup",
                        "close a link (" + LOOK_AT_LINKS + ")");
            default -> unknown(errno);
        };
    }

    private static Hint netfilter(int errno) {
        return switch (errno) {
            case Errno.EBUSY ->
                new Hint("another program is attached there with the same priority", "choose another priority");
            case 97 -> new Hint("the kernel takes programs for IPv4 and IPv6 only", "choose one of these families");
            default -> unknown(errno);
        };
    }

    private static Hint route(int errno) {
        return switch (errno) {
            case Errno.EEXIST ->
                new Hint(
                        "there is a route to the same destination with the same metric",
                        "choose another metric, or remove that one with ip route del");
            case ENODEV, 101, 113 ->
                new Hint(
                        "the interface is gone or down, or the gateway can't be reached by it",
                        "see ip addr, and set the interface up");
            case Errno.EINVAL ->
                new Hint(
                        "the kernel takes no such route: bits behind the prefix are set, or the gateway is no neighbour",
                        "see what ip route add says about the same route");
            case Errno.EOPNOTSUPP ->
                new Hint(
                        "this kernel was built without such tunnels (CONFIG_LWTUNNEL_BPF, CONFIG_IPV6_SEG6_BPF)",
                        "use another kernel, or tcx");
            default -> unknown(errno);
        };
    }

    private static Hint permission(Attacher attacher) {
        List<Capability> needed =
                switch (attacher.kind()) {
                    case TRACEPOINT, RAW_TRACEPOINT, TRACING, KPROBE, UPROBE, PERF_EVENT, ITERATOR ->
                        List.of(Capability.CAP_BPF, Capability.CAP_PERFMON);
                    case SOCKET_FILTER, REUSEPORT -> List.of();
                    case XDP, TCX, TC_FILTER, NETKIT, CGROUP, NETWORK_NAMESPACE, SOCKMAP, NETFILTER, ROUTE ->
                        List.of(Capability.CAP_BPF, Capability.CAP_NET_ADMIN);
                };
        return permission(attacher.kernel(), needed, () -> otherwise(attacher));
    }

    static Hint permission(RunningKernel kernel, List<Capability> needed) {
        return permission(kernel, needed, () -> kernel.rights().despiteCapabilities());
    }

    private static Hint permission(RunningKernel kernel, List<Capability> needed, Supplier<String> otherwise) {
        String sentence = kernel.rights().missing("such links", needed).orElseGet(otherwise);
        int semicolon = sentence.indexOf("; ");
        return semicolon < 0
                ? new Hint(sentence, "")
                : new Hint(sentence.substring(0, semicolon), sentence.substring(semicolon + 2));
    }

    private static String otherwise(Attacher attacher) {
        return switch (attacher.kind()) {
            case CGROUP ->
                "a program on the way to the root of the cgroups allows no other below it; attach it there with multi, or"
                        + " choose another cgroup";
            case UPROBE ->
                attacher.kernel()
                        .rights()
                        .missing("uprobes in kernels since 2025", List.of(Capability.CAP_SYS_ADMIN))
                        .orElseGet(() -> attacher.kernel().rights().despiteCapabilities());
            default -> attacher.kernel().rights().despiteCapabilities();
        };
    }
}
