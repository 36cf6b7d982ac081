package io.github.bpflinker.attach;

import io.github.bpflinker.load.syscall.Bpf;
import io.github.bpflinker.load.syscall.Command;
import java.util.List;

/**
 * A {@code bpf_link}: the kernel detaches when its last descriptor is closed and it is not pinned.
 *
 * @param linkFd its descriptor, which is closed with it
 * @param events descriptors of events that belong to it, closed after it
 */
record KernelLink(Bpf bpf, int linkFd, List<Integer> events) implements Attachment {

    KernelLink {
        events = List.copyOf(events);
    }

    KernelLink(Bpf bpf, int linkFd) {
        this(bpf, linkFd, List.of());
    }

    @Override
    public int update(int fd) {
        return (int)
                bpf.run(Command.LINK_UPDATE, bytes -> bytes.putInt(0, linkFd).putInt(4, fd));
    }

    @Override
    public void detach() {
        bpf.calls().close(linkFd);
        events.forEach(bpf.calls()::close);
    }
}
