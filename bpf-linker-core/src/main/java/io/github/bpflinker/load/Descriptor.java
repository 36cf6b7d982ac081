package io.github.bpflinker.load;

import io.github.bpflinker.load.host.RunningKernel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * The descriptor of an open map or program, for calls of other packages. It stays open during each call, even if
 * another thread closes its object. Thread-safe.
 */
public final class Descriptor {

    private final Owner owner;
    private final int fd;
    private final String subject;
    private final CallRequirement need;

    Descriptor(Owner owner, int fd, String subject, CallRequirement need) {
        this.owner = owner;
        this.fd = fd;
        this.subject = subject;
        this.need = need;
    }

    /** The kernel of the map or program. */
    public RunningKernel kernel() {
        return owner.kernel();
    }

    /** The name in error messages, such as {@code map 'flows'}. */
    public String subject() {
        return subject;
    }

    /**
     * Makes a call with the descriptor.
     *
     * @param call receives the descriptor and returns the result of a system call
     * @return the result of the call
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
     * Duplicates the descriptor. The caller must close the duplicate, which is independent of the object.
     *
     * @throws LoadException if the process has too many descriptors
     */
    public int duplicate() {
        int copy = call(kernel().bpf().calls()::duplicate);
        if (copy < 0) {
            throw refusal("fcntl", copy);
        }
        return copy;
    }

    /**
     * The fields in {@code /proc/self/fdinfo}, by the kernel's names such as {@code memlock}, {@code frozen}, {@code
     * verified_insns}; empty if {@code /proc} is not mounted.
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
     * Pins the map or program, so that it exists until the pin is removed, even after the end of this process.
     *
     * @param path a new path in a BPF file system; missing directories are created. Its last component must not contain
     *     a dot
     * @throws LoadException if it can't be pinned there
     */
    public void pin(Path path) {
        call(open -> {
            Pins.pin(kernel(), subject, open, path);
            return 0;
        });
    }

    /**
     * Creates the exception for a failed call, with the cause if it can be determined.
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
