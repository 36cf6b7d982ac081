package io.github.bpflinker.attach;

import io.github.bpflinker.load.LoadedProgram;
import io.github.bpflinker.load.plan.AttachTarget;
import io.github.bpflinker.load.syscall.Command;
import io.github.bpflinker.load.syscall.LinkAttributes;

/** Attaches to what a program was loaded for: tp_btf, fentry, fexit, fmod_ret, lsm, freplace. */
final class TracingLinks {

    private TracingLinks() {}

    static BpfLink attach(LoadedProgram program, long cookie) {
        Attacher attacher = new Attacher(program, Kind.TRACING, target(program));
        int fd;
        if (cookie == 0) {
            // Known to all kernels that know such programs.
            fd = attacher.check(Command.RAW_TRACEPOINT_OPEN.kernelName(), attacher.tryOpenRawTracepoint("", 0));
        } else {
            int attachType = program.plan().attachType();
            fd = attacher.check(
                    Command.LINK_CREATE.kernelName(),
                    attacher.tryCreate(programFd -> new LinkAttributes(programFd, 0, attachType).tracing(0, cookie)));
        }
        return attacher.link(new KernelLink(attacher.bpf(), fd));
    }

    private static String target(LoadedProgram program) {
        AttachTarget target = program.plan().target();
        if (target instanceof AttachTarget.ProgramFunction function) {
            return "function '" + function.function() + "' of another program";
        }
        return target instanceof AttachTarget.KernelType type
                ? program.section().split("/", 2)[0] + " " + type.name()
                : program.section();
    }
}
