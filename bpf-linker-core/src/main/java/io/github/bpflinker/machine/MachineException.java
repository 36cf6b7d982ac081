package io.github.bpflinker.machine;

/** A virtual machine could not be started or did not come to its end; the message says why and what helps. */
public final class MachineException extends RuntimeException {

    private static final long serialVersionUID = 1;

    MachineException(String message) {
        super(message);
    }

    MachineException(String message, Throwable cause) {
        super(message, cause);
    }
}
