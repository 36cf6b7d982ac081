package io.github.bpflinker.typed.program;

import io.github.bpflinker.attach.Attach;
import io.github.bpflinker.attach.BpfLink;
import io.github.bpflinker.load.LoadedMap;

/** A parser or verdict for the sockets of a sockmap or sockhash. */
public interface SockmapProgram extends AttachableProgram {

    /** Attaches it to the sockets of a map, as in {@code object().map("sockets")}. */
    default BpfLink attachSockmap(LoadedMap map) {
        return own(Attach.sockmap(loaded(), map));
    }
}
