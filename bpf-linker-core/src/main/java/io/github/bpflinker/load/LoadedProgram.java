package io.github.bpflinker.load;

import io.github.bpflinker.kernel.verifier.VerifierStatistics;
import io.github.bpflinker.load.plan.PlannedProgram;
import java.nio.file.Path;
import java.util.List;

/**
 * A loaded program. It exists as long as its {@link LoadedObject} is open, it is pinned, or it is attached.
 * Thread-safe. After the object is closed, all methods except simple accessors throw {@link IllegalStateException}.
 */
public final class LoadedProgram {

    private final Owner owner;
    private final ProgramHandle handle;

    LoadedProgram(Owner owner, ProgramHandle handle) {
        this.owner = owner;
        this.handle = handle;
    }

    /** The name of its function. */
    public String name() {
        return plan().name();
    }

    /** Its section, without a leading question mark. */
    public String section() {
        return plan().section();
    }

    /** Its type, a value of {@code enum bpf_prog_type}. */
    public int type() {
        return plan().type();
    }

    /** The name of its type, such as {@code xdp}. */
    public String typeName() {
        return ProgramInfo.typeName(type());
    }

    /** The plan of the program. */
    public PlannedProgram plan() {
        return handle.program().plan();
    }

    /**
     * Its file descriptor, for system calls that this library does not provide. It is closed with the object; duplicate
     * it to use it longer.
     */
    public int fd() {
        owner.enter();
        owner.exit();
        return handle.fd();
    }

    /** Its file descriptor, for the packages that make further calls on it. */
    public Descriptor descriptor() {
        return new Descriptor(owner, handle.fd(), "program '" + name() + "'", CallRequirements.of(plan()));
    }

    /**
     * The number of instructions passed to the kernel, including those of the functions that it uses; a 64-bit load
     * counts as two.
     */
    public int instructions() {
        return handle.program().code().size() / Long.BYTES;
    }

    /** Queries the current information of the kernel about it. */
    public ProgramInfo info() {
        owner.enter();
        try {
            return ProgramInfo.of(owner.kernel().bpf(), handle.fd(), "program '" + name() + "'");
        } finally {
            owner.exit();
        }
    }

    /** The lines of the verifier's log; empty unless enabled by {@link BpfLoader#logLevel}. */
    public List<String> verifierLog() {
        return handle.log();
    }

    /** The verifier's statistics, if {@link #verifierLog} contains them. */
    public VerifierStatistics statistics() {
        return VerifierStatistics.parse(handle.log());
    }

    /**
     * Pins the program, so that it exists until the pin is removed, even after the end of this process.
     *
     * @param path a new path in a BPF file system; missing directories are created. Its last component must not contain
     *     a dot
     * @throws LoadException if it can't be pinned there
     */
    public void pin(Path path) {
        owner.enter();
        try {
            Pins.pin(owner.kernel(), "program '" + name() + "'", handle.fd(), path);
        } finally {
            owner.exit();
        }
    }

    @Override
    public String toString() {
        return typeName() + " program '" + name() + "'";
    }
}
