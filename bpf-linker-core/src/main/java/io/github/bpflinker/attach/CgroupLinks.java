package io.github.bpflinker.attach;

import io.github.bpflinker.kernel.table.TypeNumbers;
import io.github.bpflinker.load.LoadedProgram;
import io.github.bpflinker.load.syscall.Command;
import io.github.bpflinker.load.syscall.Errno;
import io.github.bpflinker.load.syscall.LinkAttributes;
import java.nio.file.Path;

/** Attaches to cgroups of version 2. */
final class CgroupLinks {

    private static final int DIRECTORY = 0x10000;

    private CgroupLinks() {}

    static BpfLink attach(LoadedProgram program, Path cgroup, CgroupOptions options, boolean links) {
        Attacher attacher = new Attacher(program, Kind.CGROUP, "cgroup " + cgroup);
        int type = options.attachType()
                .map(name -> TypeNumbers.attachments().of(name))
                .orElse(program.plan().attachType());
        Order order = Order.of(options.place());
        int folder = attacher.calls().open(cgroup.toString(), DIRECTORY);
        if (folder < 0) {
            throw AttachException.unsuitable("cgroup " + cgroup + " can't be opened: " + Errno.describe(-folder)
                    + "; name a folder below the mount of type cgroup2, often /sys/fs/cgroup");
        }
        boolean shared = options.sharing() == CgroupOptions.Sharing.MULTI;
        int link = links && shared
                ? attacher.tryCreate(fd -> new LinkAttributes(fd, folder, type)
                        .flags(order.flags())
                        .order(order.relative(), 0))
                : -Errno.EINVAL;
        if (link >= 0) {
            attacher.calls().close(folder);
            return attacher.link(new KernelLink(attacher.bpf(), link));
        }
        boolean old = !links || !shared || attacher.isBefore(5, 7);
        if (!old || !Attacher.isUnknown(link)) {
            throw failed(attacher, Command.LINK_CREATE, link, folder);
        }
        return attacher.link(
                withoutLink(attacher, folder, type, options.sharing().flag()));
    }

    private static Attachment withoutLink(Attacher attacher, int folder, int type, int flags) {
        int copy = attacher.program().descriptor().call(attacher.calls()::duplicate);
        int answer = copy < 0 ? copy : ProgramAttachment.tryAttach(attacher.bpf(), folder, copy, type, flags);
        if (answer < 0) {
            if (copy >= 0) {
                attacher.calls().close(copy);
            }
            throw failed(attacher, Command.PROG_ATTACH, answer, folder);
        }
        return new ProgramAttachment(attacher.bpf(), folder, copy, type);
    }

    private static AttachException failed(Attacher attacher, Command command, int answer, int folder) {
        attacher.calls().close(folder);
        return attacher.refused(command.kernelName(), -answer);
    }
}
