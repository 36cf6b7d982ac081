package io.github.bpflinker.attach;

import io.github.bpflinker.kernel.table.TypeNumbers;
import io.github.bpflinker.load.LoadedProgram;
import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.load.syscall.Bpf;
import io.github.bpflinker.load.syscall.CStrings;
import io.github.bpflinker.load.syscall.Command;
import io.github.bpflinker.load.syscall.Errno;
import io.github.bpflinker.load.syscall.LinkAttributes;
import io.github.bpflinker.load.syscall.NativeMemory;
import io.github.bpflinker.load.syscall.SystemCalls;
import java.lang.ref.Reference;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * What all ways of attaching one program share.
 *
 * @param program what is attached
 * @param kind decides what failures mean
 * @param target to what, in words
 */
record Attacher(LoadedProgram program, Kind kind, String target) {

    /** @throws AttachException if the program is of no type that the kind takes */
    Attacher {
        Set<String> types = kind.programTypes();
        String type = TypeNumbers.programs().name(program.type()).orElse("");
        if (!types.isEmpty() && !types.contains(type)) {
            throw AttachException.unsuitable("program '" + program.name() + "' (section " + program.section()
                    + ") is of type " + program.typeName() + " and can't be attached to " + target
                    + ", which takes programs of type "
                    + String.join(
                            " or ", types.stream().sorted().map(Attacher::plain).toList())
                    + "; change its section, or attach it to something else");
        }
    }

    private static String plain(String type) {
        return type.substring("BPF_PROG_TYPE_".length()).toLowerCase(Locale.ROOT);
    }

    RunningKernel kernel() {
        return program.descriptor().kernel();
    }

    Bpf bpf() {
        return kernel().bpf();
    }

    SystemCalls calls() {
        return bpf().calls();
    }

    /** Whether the running kernel is older than a release. */
    boolean isBefore(int major, int minor) {
        return kernel().versionCode() < (major << 16 | minor << 8);
    }

    BpfLink link(Attachment attachment) {
        return new BpfLink(kernel(), program.name(), target, attachment);
    }

    /** Makes a link of the kernel. */
    BpfLink create(IntFunction<LinkAttributes> attributes) {
        return link(new KernelLink(bpf(), check(Command.LINK_CREATE.kernelName(), tryCreate(attributes))));
    }

    int tryCreate(IntFunction<LinkAttributes> attributes) {
        return program.descriptor().call(fd -> attributes.apply(fd).tryCreate(calls()));
    }

    /**
     * Attaches to a tracepoint by name, or to what the program was loaded for.
     *
     * @param name empty for the latter
     * @return a descriptor, or the negated error number
     */
    int tryOpenRawTracepoint(String name, long cookie) {
        NativeMemory text = CStrings.of(name);
        int answer = program.descriptor().call(fd -> (int)
                bpf().run(Command.RAW_TRACEPOINT_OPEN, bytes -> bytes.putLong(0, name.isEmpty() ? 0 : text.address())
                        .putInt(8, fd)
                        .putLong(16, cookie)));
        Reference.reachabilityFence(text);
        return answer;
    }

    /** The answer, if it is none of failure; what was opened before is closed otherwise. */
    int check(String call, int answer, int... opened) {
        if (answer < 0) {
            for (int fd : opened) {
                calls().close(fd);
            }
            throw refused(call, -answer);
        }
        return answer;
    }

    AttachException refused(String call, int errno) {
        Hints.Hint hint = Hints.of(this, errno);
        return new AttachException(new AttachProblem.Refused(
                "program '" + program.name() + "'", target, call, errno, hint.reason(), hint.remedy()));
    }

    /** A failure whose meaning is known where it happened. */
    AttachException refused(String call, int errno, String reason, String remedy) {
        return new AttachException(
                new AttachProblem.Refused("program '" + program.name() + "'", target, call, errno, reason, remedy));
    }

    /** Another descriptor of the program, for what must have it to detach. */
    int duplicateProgram() {
        return check("fcntl", program.descriptor().call(calls()::duplicate));
    }

    /** Closes events that were opened so far when a later one fails. */
    void closeAll(List<Integer> fds) {
        fds.forEach(calls()::close);
    }

    /** Whether that is how kernels answer that do not know what is asked for. */
    static boolean isUnknown(int answer) {
        return answer == -Errno.EINVAL || answer == -Errno.EOPNOTSUPP || answer == -Errno.E2BIG;
    }
}
