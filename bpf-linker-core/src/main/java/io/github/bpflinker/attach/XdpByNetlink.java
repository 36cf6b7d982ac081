package io.github.bpflinker.attach;

import io.github.bpflinker.load.syscall.NetlinkMessage;
import io.github.bpflinker.load.syscall.NetlinkSocket;
import io.github.bpflinker.load.syscall.SystemCalls;

/**
 * An XDP program that a message of rtnetlink attached, as kernels before 5.9 take it. Source: {@code IFLA_XDP_…} of {@code
 * include/uapi/linux/if_link.h}.
 */
final class XdpByNetlink implements Attachment {

    private static final int SET_LINK = 19;
    private static final int INTERFACE_HEADER = 16;
    private static final int XDP = 43;
    private static final int FD = 1;
    private static final int FLAGS = 3;
    private static final int EXPECTED_FD = 8;
    private static final int IF_NOT_THERE = 1;
    private static final int REPLACE = 1 << 4;

    private final SystemCalls calls;
    /** Of the namespace in which the interface is. */
    private final NetlinkSocket socket;

    private final int interfaceIndex;
    private final XdpMode mode;
    /** A descriptor of its own of the program. */
    private int program;

    private XdpByNetlink(SystemCalls calls, NetlinkSocket socket, int interfaceIndex, int program, XdpMode mode) {
        this.calls = calls;
        this.socket = socket;
        this.interfaceIndex = interfaceIndex;
        this.program = program;
        this.mode = mode;
    }

    static Attachment attach(Attacher attacher, int index, XdpMode mode) {
        int program = attacher.duplicateProgram();
        int fd = attacher.check("socket", NetlinkSocket.tryOpen(attacher.calls()), program);
        NetlinkSocket socket = new NetlinkSocket(attacher.calls(), fd);
        int answer = socket.request(message(index, program, mode.flag() | IF_NOT_THERE, -1));
        if (answer < 0) {
            socket.close();
            attacher.calls().close(program);
            throw attacher.refused("RTM_SETLINK", -answer);
        }
        return new XdpByNetlink(attacher.calls(), socket, index, program, mode);
    }

    private static NetlinkMessage message(int index, int program, int flags, int expected) {
        NetlinkMessage message = new NetlinkMessage(SET_LINK, 0, INTERFACE_HEADER).header(4, index);
        int nest = message.begin(XDP);
        message.number(FD, program).number(FLAGS, flags);
        if (expected >= 0) {
            message.number(EXPECTED_FD, expected);
        }
        return message.end(nest);
    }

    @Override
    public int linkFd() {
        return -1;
    }

    @Override
    public int update(int fd) {
        int copy = calls.duplicate(fd);
        if (copy < 0) {
            return copy;
        }
        int answer = socket.request(message(interfaceIndex, copy, mode.flag(), -1));
        calls.close(answer < 0 ? copy : program);
        program = answer < 0 ? program : copy;
        return answer;
    }

    @Override
    public void detach() {
        int answer = socket.request(message(interfaceIndex, -1, mode.flag() | REPLACE, program));
        if (Attacher.isUnknown(answer)) {
            // Kernels before 5.7 do not know what program is expected.
            socket.request(message(interfaceIndex, -1, mode.flag(), -1));
        }
        calls.close(program);
        socket.close();
    }
}
