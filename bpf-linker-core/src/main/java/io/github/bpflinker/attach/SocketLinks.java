package io.github.bpflinker.attach;

import io.github.bpflinker.load.LoadedProgram;
import io.github.bpflinker.load.syscall.NativeMemory;
import io.github.bpflinker.load.syscall.SystemCall;
import io.github.bpflinker.load.syscall.SystemCalls;
import java.lang.ref.Reference;
import java.nio.channels.NetworkChannel;

/** Attaches to sockets of this process, by options of the socket. */
final class SocketLinks {

    private static final int SOCKET = 1;
    private static final int ATTACH_BPF = 50;
    private static final int DETACH_FILTER = 27;
    private static final int ATTACH_REUSEPORT = 52;
    private static final int DETACH_REUSEPORT = 68;

    private SocketLinks() {}

    /** @param undo the option that removes what was attached */
    private record Filter(SystemCalls calls, NetworkChannel channel, int undo) implements Attachment {
        @Override
        public int linkFd() {
            return -1;
        }

        @Override
        public void detach() {
            if (channel.isOpen()) {
                ChannelDescriptor.find(calls, channel).ifPresent(fd -> set(calls, fd, undo, 0));
            }
        }
    }

    static BpfLink filter(LoadedProgram program, NetworkChannel channel) {
        Attacher attacher = new Attacher(program, Kind.SOCKET_FILTER, "socket " + channel);
        return attach(attacher, channel, ATTACH_BPF, DETACH_FILTER);
    }

    static BpfLink reuseport(LoadedProgram program, NetworkChannel channel) {
        Attacher attacher = new Attacher(program, Kind.REUSEPORT, "sockets that share the port of " + channel);
        return attach(attacher, channel, ATTACH_REUSEPORT, DETACH_REUSEPORT);
    }

    private static BpfLink attach(Attacher attacher, NetworkChannel channel, int option, int detach) {
        int socket = ChannelDescriptor.find(attacher.calls(), channel)
                .orElseThrow(() -> AttachException.unsuitable("program '"
                        + attacher.program().name() + "' can't be attached to " + channel
                        + ", whose descriptor is not found; give an open channel that the JDK made and that has the option"
                        + " SO_REUSEADDR"));
        attacher.check(
                "setsockopt", attacher.program().descriptor().call(fd -> set(attacher.calls(), socket, option, fd)));
        return attacher.link(new Filter(attacher.calls(), channel, detach));
    }

    private static int set(SystemCalls calls, int socket, int option, int value) {
        NativeMemory memory = NativeMemory.allocate(Integer.BYTES);
        memory.bytes().putInt(0, value);
        int answer = (int) calls.call(SystemCall.SETSOCKOPT, socket, SOCKET, option, memory.address(), Integer.BYTES);
        Reference.reachabilityFence(memory);
        return answer;
    }
}
