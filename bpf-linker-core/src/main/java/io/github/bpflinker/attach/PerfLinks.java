package io.github.bpflinker.attach;

import io.github.bpflinker.load.syscall.Errno;
import io.github.bpflinker.load.syscall.LinkAttributes;
import io.github.bpflinker.load.syscall.PerfEvent;
import io.github.bpflinker.load.syscall.SystemCalls;
import java.util.ArrayList;
import java.util.List;

/** Attaches programs to events of perf: by a link each since Linux 5.15, by an ioctl before. */
final class PerfLinks {

    private static final int PERF_EVENT = 41;

    private PerfLinks() {}

    /** Programs of events without a link of the kernel: the kernel detaches when the event is closed. */
    private record Events(SystemCalls calls, List<Integer> fds) implements Attachment {
        @Override
        public int linkFd() {
            return -1;
        }

        @Override
        public void detach() {
            fds.forEach(fd -> PerfEvent.disable(calls, fd));
            fds.forEach(calls::close);
        }
    }

    /** Several links that are one for the caller. */
    private record Links(SystemCalls calls, List<Integer> links, List<Integer> events) implements Attachment {
        @Override
        public int linkFd() {
            return -1;
        }

        @Override
        public void detach() {
            links.forEach(calls::close);
            events.forEach(calls::close);
        }
    }

    /**
     * Has the program run at events.
     *
     * @param events descriptors, which belong to the link from then on, also if this fails
     * @param links false to attach as old kernels do
     */
    static BpfLink attach(Attacher attacher, List<Integer> events, long cookie, boolean links) {
        List<Integer> made = new ArrayList<>();
        try {
            for (int event : events) {
                int link = links
                        ? attacher.tryCreate(fd -> new LinkAttributes(fd, event, PERF_EVENT).perfEventCookie(cookie))
                        : -Errno.EINVAL;
                if (link < 0 && !Attacher.isUnknown(link)) {
                    throw attacher.refused("BPF_LINK_CREATE", -link);
                }
                if (link >= 0) {
                    made.add(link);
                    start(attacher, event);
                } else {
                    byIoctl(attacher, event, cookie);
                }
            }
        } catch (AttachException e) {
            attacher.closeAll(made);
            attacher.closeAll(events);
            throw e;
        }
        if (made.isEmpty()) {
            return attacher.link(new Events(attacher.calls(), List.copyOf(events)));
        }
        return attacher.link(
                made.size() == 1
                        ? new KernelLink(attacher.bpf(), made.get(0), events)
                        : new Links(attacher.calls(), List.copyOf(made), List.copyOf(events)));
    }

    private static void byIoctl(Attacher attacher, int event, long cookie) {
        if (cookie != 0) {
            throw AttachException.unsuitable("program '" + attacher.program().name() + "' can't be attached to "
                    + attacher.target() + " with a cookie, which takes Linux 5.15; use a newer kernel, or no cookie");
        }
        attacher.check(
                "PERF_EVENT_IOC_SET_BPF",
                attacher.program().descriptor().call(fd -> PerfEvent.setProgram(attacher.calls(), event, fd)));
        start(attacher, event);
    }

    private static void start(Attacher attacher, int event) {
        attacher.check("PERF_EVENT_IOC_ENABLE", PerfEvent.enable(attacher.calls(), event));
    }
}
