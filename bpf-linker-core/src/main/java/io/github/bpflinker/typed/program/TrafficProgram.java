package io.github.bpflinker.typed.program;

import io.github.bpflinker.attach.Attach;
import io.github.bpflinker.attach.BpfLink;
import io.github.bpflinker.attach.FilterOptions;
import io.github.bpflinker.attach.NetworkDevice;
import io.github.bpflinker.attach.Place;

/** A program of traffic control (tc, tcx). */
public interface TrafficProgram extends AttachableProgram {

    /** Attaches it to the packets that come in at an interface (Linux 6.6). */
    default BpfLink attachIngress(String device) {
        return own(Attach.tcxIngress(loaded(), NetworkDevice.named(device), Place.last()));
    }

    /** Attaches it to the packets that come in at an interface (Linux 6.6). */
    default BpfLink attachIngress(NetworkDevice device, Place place) {
        return own(Attach.tcxIngress(loaded(), device, place));
    }

    /** Attaches it to the packets that leave at an interface (Linux 6.6). */
    default BpfLink attachEgress(String device) {
        return own(Attach.tcxEgress(loaded(), NetworkDevice.named(device), Place.last()));
    }

    /** Attaches it to the packets that leave at an interface (Linux 6.6). */
    default BpfLink attachEgress(NetworkDevice device, Place place) {
        return own(Attach.tcxEgress(loaded(), device, place));
    }

    /** Attaches it as a filter of clsact, the way that kernels before 6.6 have. */
    default BpfLink attachFilter(NetworkDevice device, FilterOptions options) {
        return own(Attach.trafficFilter(loaded(), device, options));
    }
}
