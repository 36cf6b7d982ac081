package io.github.bpflinker.attach;

import io.github.bpflinker.kernel.table.TypeNumbers;
import io.github.bpflinker.load.LoadedProgram;
import io.github.bpflinker.load.ProgramInfo;
import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.load.syscall.NetlinkMessage;
import io.github.bpflinker.load.syscall.NetlinkSocket;
import java.net.InetAddress;

/**
 * Attaches to routes (lightweight tunnels): a route of its own is added by a message of rtnetlink, and removed with the link.
 * Source: {@code include/uapi/linux/rtnetlink.h}, {@code lwtunnel.h}, {@code bpf.h} ({@code LWT_BPF_…}) and {@code
 * seg6_local.h}.
 */
final class RouteLinks {

    private static final int NEW_ROUTE = 24;
    private static final int REMOVE_ROUTE = 25;
    private static final int REPLACE = 0x100;
    private static final int EXCLUSIVE = 0x200;
    private static final int CREATE = 0x400;

    private static final int HEADER = 12;
    private static final int DESTINATION_LENGTH = 1;
    private static final int TABLE = 4;
    private static final int PROTOCOL = 5;
    private static final int SCOPE = 6;
    private static final int TYPE = 7;
    private static final int IPV4 = 2;
    private static final int IPV6 = 10;
    private static final int IPV4_BYTES = 4;
    /** {@code RTPROT_STATIC}. */
    private static final int BY_ADMINISTRATOR = 4;
    /** {@code RT_SCOPE_LINK}: a network of the interface. */
    private static final int OF_INTERFACE = 253;

    private static final int UNICAST = 1;
    /** What the header has for tables that need four bytes. */
    private static final int OTHER_TABLE = 252;

    private static final int LARGEST_SHORT_TABLE = 255;

    private static final int ATTRIBUTE_DESTINATION = 1;
    private static final int ATTRIBUTE_INTERFACE = 4;
    private static final int ATTRIBUTE_GATEWAY = 5;
    private static final int ATTRIBUTE_METRIC = 6;
    private static final int ATTRIBUTE_TABLE = 15;
    private static final int ATTRIBUTE_TUNNEL_TYPE = 21;
    private static final int ATTRIBUTE_TUNNEL = 22;

    private static final int BPF_TUNNEL = 6;
    private static final int SEGMENT_TUNNEL = 7;
    private static final int SEGMENT_ACTION = 1;
    private static final int SEGMENT_ACTION_BPF = 15;
    private static final int SEGMENT_PROGRAM = 8;
    private static final int PROGRAM_FD = 1;
    private static final int PROGRAM_NAME = 2;

    private RouteLinks() {}

    /**
     * How the kernel runs the program of a route.
     *
     * @param tunnel the type of the tunnel
     * @param hook the attribute that has the program
     */
    private record Hook(int tunnel, int hook) {

        static Hook of(LoadedProgram program) {
            return switch (TypeNumbers.programs().name(program.type()).orElse("")) {
                case "BPF_PROG_TYPE_LWT_IN" -> new Hook(BPF_TUNNEL, 1);
                case "BPF_PROG_TYPE_LWT_OUT" -> new Hook(BPF_TUNNEL, 2);
                case "BPF_PROG_TYPE_LWT_XMIT" -> new Hook(BPF_TUNNEL, 3);
                default -> new Hook(SEGMENT_TUNNEL, SEGMENT_PROGRAM);
            };
        }
    }

    /** A route that the kernel keeps until it is removed. */
    private record Route(RunningKernel kernel, NetlinkSocket socket, int index, RouteOptions options, Hook hook)
            implements Attachment {

        @Override
        public int linkFd() {
            return -1;
        }

        @Override
        public int update(int fd) {
            return set(fd, CREATE | REPLACE);
        }

        int set(int fd, int flags) {
            NetlinkMessage message = route(NEW_ROUTE, flags, index, options);
            message.shortNumber(ATTRIBUTE_TUNNEL_TYPE, hook.tunnel());
            int tunnel = message.begin(ATTRIBUTE_TUNNEL);
            if (hook.tunnel() == SEGMENT_TUNNEL) {
                message.number(SEGMENT_ACTION, SEGMENT_ACTION_BPF);
            }
            int program = message.begin(hook.hook());
            ProgramInfo info = ProgramInfo.of(kernel, fd);
            // The kernel takes programs with the same name for the same, and then uses the one that it has.
            return socket.request(message.number(PROGRAM_FD, fd)
                    .text(PROGRAM_NAME, info.name() + " id " + info.id())
                    .end(program)
                    .end(tunnel));
        }

        @Override
        public void detach() {
            socket.request(route(REMOVE_ROUTE, 0, index, options));
            socket.close();
        }
    }

    static BpfLink attach(LoadedProgram program, RouteOptions options) {
        Attacher attacher = new Attacher(program, Kind.ROUTE, "route " + options);
        return Namespaces.run(attacher.calls(), options.device().namespace(), () -> {
            int index = Namespaces.indexOf(attacher.calls(), options.device());
            NetlinkSocket socket = new NetlinkSocket(
                    attacher.calls(), attacher.check("socket", NetlinkSocket.tryOpen(attacher.calls())));
            Route route = new Route(attacher.kernel(), socket, index, options, Hook.of(program));
            int answer = program.descriptor().call(fd -> route.set(fd, CREATE | EXCLUSIVE));
            if (answer < 0) {
                socket.close();
                throw attacher.refused("RTM_NEWROUTE", -answer);
            }
            return attacher.link(route);
        });
    }

    private static NetlinkMessage route(int type, int flags, int index, RouteOptions options) {
        InetAddress destination = options.destination();
        boolean direct = options.gateway().isEmpty();
        NetlinkMessage message = new NetlinkMessage(type, flags, HEADER)
                .headerByte(0, destination.getAddress().length == IPV4_BYTES ? IPV4 : IPV6)
                .headerByte(DESTINATION_LENGTH, options.prefixLength())
                .headerByte(TABLE, options.table() > LARGEST_SHORT_TABLE ? OTHER_TABLE : options.table())
                .headerByte(PROTOCOL, BY_ADMINISTRATOR)
                .headerByte(SCOPE, direct ? OF_INTERFACE : 0)
                .headerByte(TYPE, UNICAST)
                .bytes(ATTRIBUTE_DESTINATION, destination.getAddress())
                .number(ATTRIBUTE_INTERFACE, index)
                .number(ATTRIBUTE_TABLE, options.table());
        options.gateway().ifPresent(router -> message.bytes(ATTRIBUTE_GATEWAY, router.getAddress()));
        return options.metric() == 0 ? message : message.number(ATTRIBUTE_METRIC, options.metric());
    }
}
