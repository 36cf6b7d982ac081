package io.github.bpflinker.typed.program;

import io.github.bpflinker.attach.Attach;
import io.github.bpflinker.attach.BpfLink;
import java.nio.channels.NetworkChannel;

/** A program that chooses among the sockets that share a port. */
public interface ReuseportProgram extends AttachableProgram {

    /** Attaches it to the group of sockets that share a port with a socket. */
    default BpfLink attachReuseport(NetworkChannel channel) {
        return own(Attach.reuseport(loaded(), channel));
    }
}
