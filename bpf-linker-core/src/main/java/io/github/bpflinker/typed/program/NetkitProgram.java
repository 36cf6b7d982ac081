package io.github.bpflinker.typed.program;

import io.github.bpflinker.attach.Attach;
import io.github.bpflinker.attach.BpfLink;
import io.github.bpflinker.attach.NetworkDevice;
import io.github.bpflinker.attach.Place;

/** A program of a netkit interface (Linux 6.7). */
public interface NetkitProgram extends AttachableProgram {

    /** Attaches it to the interface that was made first. */
    default BpfLink attachPrimary(NetworkDevice device, Place place) {
        return own(Attach.netkitPrimary(loaded(), device, place));
    }

    /** Attaches it to the peer, which is reached through the interface that was made first. */
    default BpfLink attachPeer(NetworkDevice device, Place place) {
        return own(Attach.netkitPeer(loaded(), device, place));
    }
}
