package io.github.bpflinker.load;

import io.github.bpflinker.kernel.verifier.VerifierStatistics;
import io.github.bpflinker.load.plan.PlannedProgram;
import java.nio.file.Path;
import java.util.List;

/**
 * A program in the kernel. It lives as long as its {@link LoadedObject} is open, is pinned, or is attached somewhere.
 * Thread-safe; all methods but the plain facts throw {@link IllegalStateException} after the object was closed.
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

    /** The section that it is in, without a leading question mark. */
    public String section() {
        return plan().section();
    }

    /** Its type as {@code enum bpf_prog_type} numbers it. */
    public int type() {
        return plan().type();
    }

    /** Its type by name, as in {@code xdp}. */
    public String typeName() {
        return ProgramInfo.typeName(type());
    }

    /** What it was planned as. */
    public PlannedProgram plan() {
        return handle.program().plan();
    }

    /**
     * Its file descriptor, for calls that this library does not make. It is closed with the object; whoever needs it longer
     * duplicates it.
     */
    public int fd() {
        owner.enter();
        owner.exit();
        return handle.fd();
    }

    /** Its file descriptor, for the packages that make further calls on it. */
    public Descriptor descriptor() {
        return new Descriptor(owner, handle.fd(), "program '" + name() + "'", Needs.of(plan()));
    }

    /** How many instructions were handed to the kernel, its own and those of functions that it uses; a 64-bit load counts as two. */
    public int instructions() {
        return handle.program().code().size() / Long.BYTES;
    }

    /** What the kernel says about it now. */
    public ProgramInfo info() {
        owner.enter();
        try {
            return ProgramInfo.of(owner.kernel().bpf(), handle.fd(), "program '" + name() + "'");
        } finally {
            owner.exit();
        }
    }

    /** What the verifier said, line by line; empty unless {@link BpfLoader#logLevel} asked for it. */
    public List<String> verifierLog() {
        return handle.log();
    }

    /** What the verifier counted, as far as {@link #verifierLog} says it. */
    public VerifierStatistics statistics() {
        return VerifierStatistics.parse(handle.log());
    }

    /**
     * Pins it, so that it outlives this process until somebody removes the pin.
     *
     * @param path a new name in a BPF file system; folders on the way are made. Its last part must have no dot
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
