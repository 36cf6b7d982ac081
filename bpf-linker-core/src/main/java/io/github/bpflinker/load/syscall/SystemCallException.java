package io.github.bpflinker.load.syscall;

/** Thrown if a system call fails. */
public final class SystemCallException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String call;
    private final int errno;

    /**
     * @param call the call, or the command of bpf(2)
     * @param errno the error number, positive
     */
    public SystemCallException(String call, int errno) {
        super(call + ": " + Errno.describe(errno));
        this.call = call;
        this.errno = errno;
    }

    /** The call, or the command of bpf(2). */
    public String call() {
        return call;
    }

    /** The error number, positive. */
    public int errno() {
        return errno;
    }
}
