package io.github.bpflinker.load;

import io.github.bpflinker.load.plan.Bytes;
import io.github.bpflinker.load.plan.MapShape;
import io.github.bpflinker.load.plan.PlannedMap;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A map in the kernel. Its elements are accessed through {@code io.github.bpflinker.map}. It exists as long as its {@link LoadedObject} is open, a program
 * uses it, or it is pinned. Thread-safe. After the object is closed, all methods except simple accessors throw {@link
 * IllegalStateException}.
 */
public final class LoadedMap implements OpenMap {

    private final Owner owner;
    private final MapHandle handle;

    private final Optional<Bytes> operations;

    /** @param operations of a struct_ops map, its value with the descriptors of its programs */
    LoadedMap(Owner owner, MapHandle handle, Optional<Bytes> operations) {
        this.owner = owner;
        this.handle = handle;
        this.operations = operations;
    }

    /** The name of its variable; for global data, of its section. */
    public String name() {
        return plan().name();
    }

    /** Its type as {@code enum bpf_map_type} numbers it. */
    public int type() {
        return shape().type();
    }

    /** Its type by name, as in {@code hash}. */
    public String typeName() {
        return MapInfo.typeName(type());
    }

    /** The plan of the map. */
    public PlannedMap plan() {
        return handle.map().plan();
    }

    /** The parameters with which it was created: sizes in bytes, number of entries. */
    public MapShape shape() {
        return handle.map().shape();
    }

    /** Whether it already existed: a pinned map, or one given by the caller. */
    public boolean isReused() {
        return handle.reused();
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

    /**
     * The value that registers the operations of a struct_ops map: its struct in the kernel's layout, with descriptors of
     * programs that are valid until the object is closed. Empty for other types of maps.
     */
    public Optional<Bytes> operations() {
        return operations;
    }

    @Override
    public Descriptor descriptor() {
        return new Descriptor(owner, handle.fd(), subject(), CallRequirements.OF_MAPS);
    }

    @Override
    public MapInfo info() {
        owner.enter();
        try {
            return MapInfo.of(owner.kernel().bpf(), handle.fd(), subject());
        } finally {
            owner.exit();
        }
    }

    /**
     * Pins the map, so that it exists until the pin is removed, even after the end of this process.
     *
     * @param path a new path in a BPF file system; missing directories are created. Its last component must not contain
     *     a dot
     * @throws LoadException if it can't be pinned there
     */
    public void pin(Path path) {
        owner.enter();
        try {
            Pins.pin(owner.kernel(), subject(), handle.fd(), path);
        } finally {
            owner.exit();
        }
    }

    private String subject() {
        return MapStep.subject(plan());
    }

    @Override
    public String toString() {
        return typeName() + " map '" + name() + "'";
    }
}
