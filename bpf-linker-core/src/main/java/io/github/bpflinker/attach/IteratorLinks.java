package io.github.bpflinker.attach;

import io.github.bpflinker.load.LoadedProgram;
import io.github.bpflinker.load.syscall.Errno;
import io.github.bpflinker.load.syscall.LinkAttributes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Attaches iterators; {@code union bpf_iter_link_info} of {@code include/uapi/linux/bpf.h}, Linux 6.18. */
final class IteratorLinks {

    private static final int ITERATOR = 28;
    private static final int SIZE = 16;
    private static final int DIRECTORY = 0x10000;

    private IteratorLinks() {}

    static BpfLink attach(LoadedProgram program, IteratorOptions options) {
        Attacher attacher = new Attacher(
                program, Kind.ITERATOR, "iterator " + program.plan().sectionArgument());
        if (options instanceof IteratorOptions.OfMap map) {
            int fd = map.map()
                    .descriptor()
                    .call(target -> tryCreate(attacher, info().putInt(0, target).array()));
            return link(attacher, fd);
        }
        if (options instanceof IteratorOptions.OfCgroup cgroup) {
            int folder = attacher.calls().open(cgroup.cgroup().toString(), DIRECTORY);
            if (folder < 0) {
                throw AttachException.unsuitable("cgroup " + cgroup.cgroup() + " can't be opened: "
                        + Errno.describe(-folder) + "; name a folder below the mount of type cgroup2");
            }
            try {
                return create(
                        attacher,
                        info().putInt(0, cgroup.walk().number())
                                .putInt(4, folder)
                                .array());
            } finally {
                attacher.calls().close(folder);
            }
        }
        if (options instanceof IteratorOptions.OfThread thread) {
            return create(attacher, info().putInt(0, thread.tid()).array());
        }
        if (options instanceof IteratorOptions.OfProcess process) {
            return create(attacher, info().putInt(4, process.pid()).array());
        }
        return attacher.create(fd -> new LinkAttributes(fd, 0, ITERATOR));
    }

    private static ByteBuffer info() {
        return ByteBuffer.allocate(SIZE).order(ByteOrder.nativeOrder());
    }

    private static BpfLink create(Attacher attacher, byte[] info) {
        return link(attacher, tryCreate(attacher, info));
    }

    private static int tryCreate(Attacher attacher, byte[] info) {
        return attacher.tryCreate(fd -> new LinkAttributes(fd, 0, ITERATOR).iterator(info));
    }

    private static BpfLink link(Attacher attacher, int fd) {
        return attacher.link(new KernelLink(attacher.bpf(), attacher.check("BPF_LINK_CREATE", fd)));
    }
}
