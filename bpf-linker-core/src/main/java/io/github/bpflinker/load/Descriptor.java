package io.github.bpflinker.load;

import io.github.bpflinker.load.host.RunningKernel;
import java.util.function.IntUnaryOperator;

/**
 * The descriptor of an open map or program, for calls that other packages make on it. It stays open during each such call,
 * even if another thread closes the object that it belongs to. Thread-safe.
 */
public final class Descriptor {

    private final Owner owner;
    private final int fd;
    private final String subject;
    private final Need need;

    Descriptor(Owner owner, int fd, String subject, Need need) {
        this.owner = owner;
        this.fd = fd;
        this.subject = subject;
        this.need = need;
    }

    /** The kernel that it is in. */
    public RunningKernel kernel() {
        return owner.kernel();
    }

    /** What it stands for, as errors name it: {@code map 'flows'}. */
    public String subject() {
        return subject;
    }

    /**
     * Makes a call on it.
     *
     * @param call is given the descriptor and answers as the kernel does
     * @return what the call answers
     * @throws IllegalStateException if it is closed
     */
    public int call(IntUnaryOperator call) {
        owner.enter();
        try {
            return call.applyAsInt(fd);
        } finally {
            owner.exit();
        }
    }

    /**
     * A copy that the caller closes, which outlives the object that this one belongs to.
     *
     * @throws LoadException if the process has too many
     */
    public int duplicate() {
        int copy = call(kernel().bpf().calls()::duplicate);
        if (copy < 0) {
            throw refusal("fcntl", copy);
        }
        return copy;
    }

    /**
     * The failure of a call on it, with the reason as far as that can be found out.
     *
     * @param call the system call, or the command of bpf(2)
     * @param answer the negated error number
     */
    public LoadException refusal(String call, int answer) {
        return Refusals.of(kernel(), subject, call, -answer, need);
    }

    @Override
    public String toString() {
        return subject;
    }
}
