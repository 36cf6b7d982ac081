package io.github.bpflinker.attach;

import io.github.bpflinker.load.LoadedProgram;
import io.github.bpflinker.load.syscall.Architecture;
import io.github.bpflinker.load.syscall.Errno;
import io.github.bpflinker.load.syscall.LinkAttributes;
import io.github.bpflinker.load.syscall.PerfEvent;
import io.github.bpflinker.load.syscall.SystemCalls;
import io.github.bpflinker.text.NearestNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Attaches to functions of the kernel. */
final class KernelProbeLinks {

    private static final int MULTI = 42;
    private static final int SESSION = 56;
    private static final int AT_RETURN = 1;

    private KernelProbeLinks() {}

    static BpfLink one(LoadedProgram program, String function, KprobeOptions options, boolean links) {
        Attacher attacher = new Attacher(
                program,
                Kind.KPROBE,
                (options.atReturn() ? "kretprobe " : "kprobe ")
                        + function
                        + (options.offset() == 0 ? "" : "+0x" + Long.toHexString(options.offset())));
        int type = ProbeUnit.type("kprobe")
                .orElseThrow(() -> AttachException.unsuitable("program '" + program.name() + "' can't be attached to "
                        + attacher.target() + ": this kernel has no kprobes (CONFIG_KPROBE_EVENTS, Linux 4.17); attach"
                        + " it to a tracepoint, or use another kernel"));
        long config = options.atReturn() ? 1L << ProbeUnit.returnBit("kprobe") : 0;
        int fd = new PerfEvent(type, config).probe(function, options.offset()).tryOpen(attacher.calls(), -1, 0);
        if (fd == -Errno.ENOENT || fd == -Errno.ESRCH || fd == -Errno.EINVAL) {
            explainMissing(attacher, function);
        }
        attacher.check("perf_event_open", fd);
        return PerfLinks.attach(attacher, List.of(fd), options.cookie(), links);
    }

    private static void explainMissing(Attacher attacher, String function) {
        NavigableSet<String> functions = KernelFunctions.find(name -> true);
        if (!functions.isEmpty() && !functions.contains(function)) {
            throw missing(attacher, function, functions);
        }
    }

    private static AttachException missing(Attacher attacher, String function, Set<String> functions) {
        List<String> near = NearestNames.of(function, functions, 3);
        return AttachException.unsuitable(
                "program '" + attacher.program().name() + "' can't be attached: the kernel has"
                        + " no function '" + function + "'"
                        + (near.isEmpty()
                                ? "; see /proc/kallsyms, as compilers inline and rename static functions"
                                : "; did you mean " + String.join(" or ", near) + "?"));
    }

    /** The function of a system call, which has another name on each machine and in old kernels. */
    static BpfLink systemCall(LoadedProgram program, String name, KprobeOptions options, boolean links) {
        List<String> names = new ArrayList<>();
        names.add((Architecture.ofSystem() == Architecture.X86_64 ? "__x64_sys_" : "__arm64_sys_") + name);
        names.add("__se_sys_" + name);
        names.add("sys_" + name);
        names.add("SyS_" + name);
        NavigableSet<String> known = KernelFunctions.find(names::contains);
        String function = names.stream().filter(known::contains).findFirst().orElse(names.get(0));
        return one(program, function, options, links);
    }

    static BpfLink multi(LoadedProgram program, MultiOptions options) {
        Attacher attacher = new Attacher(program, Kind.KPROBE, options.names() + " of the kernel");
        List<String> functions = options.functions().stream().anyMatch(KernelProbeLinks::isPattern)
                ? List.copyOf(matching(attacher.calls(), options.functions()))
                : options.functions();
        options.check(
                new MultiOptions.LinkTarget(program.name(), "the kernel", "cat /proc/kallsyms"), functions.size());
        int type = attacher.program().plan().attachType() == SESSION ? SESSION : MULTI;
        int answer = attacher.tryCreate(fd -> new LinkAttributes(fd, 0, type)
                .kprobes(options.atReturn() && type == MULTI ? AT_RETURN : 0, functions, options.cookieArray()));
        boolean old = type == SESSION ? attacher.isBefore(6, 12) : attacher.isBefore(5, 18);
        if (answer == -Errno.EINVAL && old) {
            throw attacher.refused(
                    "BPF_LINK_CREATE",
                    Errno.EINVAL,
                    (type == SESSION ? "Linux 6.12 brought sessions of kprobes" : "Linux 5.18 brought kprobe.multi")
                            + ", and this kernel is older",
                    "use a newer kernel, or attach a kprobe to each function");
        }
        if (answer == -Errno.ESRCH || answer == -Errno.ENOENT) {
            functions.forEach(function -> explainMissing(attacher, function));
        }
        return attacher.link(new KernelLink(attacher.bpf(), attacher.check("BPF_LINK_CREATE", answer)));
    }

    /** Of those that the kernel can trace, as tracefs lists them. */
    private static Set<String> matching(SystemCalls calls, List<String> functions) {
        List<Pattern> patterns = functions.stream().map(CodeFile::pattern).toList();
        Predicate<String> wanted = name ->
                patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches());
        Function<Path, Set<String>> read = root -> TraceableFunctions.find(root, wanted);
        return Tracefs.use(calls, read);
    }

    private static boolean isPattern(String name) {
        return name.indexOf('*') >= 0 || name.indexOf('?') >= 0;
    }
}
