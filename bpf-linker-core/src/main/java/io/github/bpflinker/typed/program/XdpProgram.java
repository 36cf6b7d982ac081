package io.github.bpflinker.typed.program;

import io.github.bpflinker.attach.Attach;
import io.github.bpflinker.attach.BpfLink;
import io.github.bpflinker.attach.NetworkDevice;
import io.github.bpflinker.attach.XdpMode;

/** A program for packets that an interface receives, before the network stack sees them. */
public interface XdpProgram extends AttachableProgram {

    /** Attaches it to an interface, in the best mode that its driver has. */
    default BpfLink attachXdp(String device) {
        return own(Attach.xdp(loaded(), NetworkDevice.named(device), XdpMode.ANY));
    }

    /** Attaches it to an interface. */
    default BpfLink attachXdp(NetworkDevice device, XdpMode mode) {
        return own(Attach.xdp(loaded(), device, mode));
    }
}
