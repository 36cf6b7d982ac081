package io.github.bpflinker.typed.program;

import io.github.bpflinker.attach.Attach;
import io.github.bpflinker.attach.BpfLink;
import io.github.bpflinker.attach.RouteOptions;

/** A program for the packets of a route: lwt_in, lwt_out, lwt_xmit, lwt_seg6local. */
public interface RouteProgram extends AttachableProgram {

    /** Adds a route and attaches it to its packets; closing the link removes the route. */
    default BpfLink attachRoute(RouteOptions options) {
        return own(Attach.route(loaded(), options));
    }
}
