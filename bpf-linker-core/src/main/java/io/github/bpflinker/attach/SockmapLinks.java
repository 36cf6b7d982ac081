package io.github.bpflinker.attach;

import io.github.bpflinker.load.LoadedMap;
import io.github.bpflinker.load.LoadedProgram;
import io.github.bpflinker.load.syscall.Command;
import io.github.bpflinker.load.syscall.Errno;
import io.github.bpflinker.load.syscall.LinkAttributes;

/** Attaches to the sockets of a map: by a link since Linux 6.10, by {@code BPF_PROG_ATTACH} before. */
final class SockmapLinks {

    private SockmapLinks() {}

    static BpfLink attach(LoadedProgram program, LoadedMap map, boolean links) {
        Attacher attacher = new Attacher(program, Kind.SOCKMAP, "sockets of map '" + map.name() + "'");
        int type = program.plan().attachType();
        int link = links
                ? map.descriptor().call(target -> attacher.tryCreate(fd -> new LinkAttributes(fd, target, type)))
                : -Errno.EINVAL;
        if (link < 0 && Attacher.isUnknown(link) && (!links || attacher.isBefore(6, 10))) {
            return attacher.link(withoutLink(attacher, map, type));
        }
        return attacher.link(new KernelLink(attacher.bpf(), attacher.check("BPF_LINK_CREATE", link)));
    }

    private static Attachment withoutLink(Attacher attacher, LoadedMap map, int type) {
        int program = attacher.duplicateProgram();
        int target = attacher.check("fcntl", map.descriptor().call(attacher.calls()::duplicate), program);
        attacher.check(
                Command.PROG_ATTACH.kernelName(),
                ProgramAttachment.tryAttach(attacher.bpf(), target, program, type, 0),
                program,
                target);
        return new ProgramAttachment(attacher.bpf(), target, program, type);
    }
}
