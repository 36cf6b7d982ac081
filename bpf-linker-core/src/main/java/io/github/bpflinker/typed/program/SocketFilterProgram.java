package io.github.bpflinker.typed.program;

import io.github.bpflinker.attach.Attach;
import io.github.bpflinker.attach.BpfLink;
import java.nio.channels.NetworkChannel;

/** A program for what a socket receives. */
public interface SocketFilterProgram extends AttachableProgram {

    /** Attaches it to a socket; the link ends with the channel. */
    default BpfLink attachSocket(NetworkChannel channel) {
        return own(Attach.socketFilter(loaded(), channel));
    }
}
