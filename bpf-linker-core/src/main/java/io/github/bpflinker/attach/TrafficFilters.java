package io.github.bpflinker.attach;

import io.github.bpflinker.load.LoadedProgram;
import io.github.bpflinker.load.syscall.Errno;
import io.github.bpflinker.load.syscall.NetlinkMessage;
import io.github.bpflinker.load.syscall.NetlinkSocket;
import java.util.Locale;

/**
 * Attaches as filters of the queueing discipline clsact, by messages of rtnetlink. Source: {@code
 * include/uapi/linux/pkt_sched.h}, {@code pkt_cls.h} and {@code rtnetlink.h}. The discipline stays when the filter is
 * removed, as filters of others may have come to it.
 */
final class TrafficFilters {

    private static final int NEW_DISCIPLINE = 36;
    private static final int NEW_FILTER = 44;
    private static final int REMOVE_FILTER = 45;
    private static final int CREATE = 0x400;
    private static final int EXCLUSIVE = 0x200;
    private static final int HEADER = 20;
    private static final int CLSACT = 0xfffffff1;
    private static final int CLSACT_HANDLE = 0xffff0000;
    private static final int INDEX = 4;
    private static final int HANDLE = 8;
    private static final int PARENT = 12;
    private static final int INFO = 16;
    private static final int KIND = 1;
    private static final int OPTIONS = 2;
    private static final int BPF_FD = 6;
    private static final int BPF_NAME = 7;
    private static final int BPF_FLAGS = 8;
    private static final int DIRECT_ACTION = 1;
    /** {@code ETH_P_ALL} in the order of the network. */
    private static final int ALL_PROTOCOLS = 0x0300;

    private static final int MOST_HANDLES = 1024;

    private TrafficFilters() {}

    /** @param handle of the filter among those of its priority */
    private record Filter(NetlinkSocket socket, int index, FilterOptions options, int handle) implements Attachment {

        @Override
        public int linkFd() {
            return -1;
        }

        @Override
        public void detach() {
            socket.request(filter(REMOVE_FILTER, 0, index, options, handle));
            socket.close();
        }
    }

    static BpfLink attach(LoadedProgram program, NetworkDevice device, FilterOptions options) {
        Attacher attacher = new Attacher(
                program,
                Kind.TC_FILTER,
                "clsact " + options.direction().name().toLowerCase(Locale.ROOT) + " of interface " + device
                        + " with priority " + options.priority());
        return Namespaces.run(attacher.calls(), device.namespace(), () -> {
            int index = Namespaces.indexOf(attacher.calls(), device);
            NetlinkSocket socket = new NetlinkSocket(
                    attacher.calls(), attacher.check("socket", NetlinkSocket.tryOpen(attacher.calls())));
            int made = socket.request(new NetlinkMessage(NEW_DISCIPLINE, CREATE | EXCLUSIVE, HEADER)
                    .header(INDEX, index)
                    .header(HANDLE, CLSACT_HANDLE)
                    .header(PARENT, CLSACT)
                    .text(KIND, "clsact"));
            if (made < 0 && made != -Errno.EEXIST) {
                socket.close();
                throw attacher.refused("RTM_NEWQDISC", -made);
            }
            return attacher.link(add(attacher, socket, index, options));
        });
    }

    private static Attachment add(Attacher attacher, NetlinkSocket socket, int index, FilterOptions options) {
        int answer = -Errno.EEXIST;
        for (int handle = 1; handle <= MOST_HANDLES && answer == -Errno.EEXIST; handle++) {
            int free = handle;
            answer = attacher.program().descriptor().call(fd -> {
                NetlinkMessage message = filter(NEW_FILTER, CREATE | EXCLUSIVE, index, options, free);
                int nest = message.begin(OPTIONS);
                return socket.request(message.number(BPF_FD, fd)
                        .text(BPF_NAME, attacher.program().name())
                        .number(BPF_FLAGS, DIRECT_ACTION)
                        .end(nest));
            });
            if (answer == 0) {
                return new Filter(socket, index, options, handle);
            }
        }
        socket.close();
        throw attacher.refused("RTM_NEWTFILTER", -answer);
    }

    private static NetlinkMessage filter(int type, int flags, int index, FilterOptions options, int handle) {
        return new NetlinkMessage(type, flags, HEADER)
                .header(INDEX, index)
                .header(HANDLE, handle)
                .header(PARENT, options.direction().parent())
                .header(INFO, options.priority() << 16 | ALL_PROTOCOLS)
                .text(KIND, "bpf");
    }
}
