package io.github.bpflinker.load;

import io.github.bpflinker.load.host.RunningKernel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
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
     * What {@code /proc/self/fdinfo} says about it, by the kernel's names such as {@code memlock}, {@code frozen}, {@code
     * verified_insns}; empty where {@code /proc} is not mounted.
     */
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        call(open -> {
            try {
                for (String line : Files.readAllLines(Path.of("/proc/self/fdinfo/" + open))) {
                    int colon = line.indexOf(':');
                    if (colon > 0) {
                        facts.put(
                                line.substring(0, colon),
                                line.substring(colon + 1).strip());
                    }
                }
            } catch (IOException e) {
                facts.clear();
            }
            return 0;
        });
        return facts;
    }

    /**
     * Pins what it stands for, so that it outlives this process until somebody removes the pin.
     *
     * @param path a new name in a BPF file system; folders on the way are made. Its last part must have no dot
     * @throws LoadException if it can't be pinned there
     */
    public void pin(Path path) {
        call(open -> {
            Pins.pin(kernel(), subject, open, path);
            return 0;
        });
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
