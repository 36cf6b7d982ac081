package io.github.bpflinker.load;

import io.github.bpflinker.load.plan.MapShape;
import io.github.bpflinker.load.plan.PlannedMap;
import io.github.bpflinker.load.syscall.Command;
import io.github.bpflinker.load.syscall.Errno;
import io.github.bpflinker.load.syscall.NativeMemory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A map in the kernel, with keys and values as bytes. It lives as long as its {@link LoadedObject} is open, a program uses
 * it, or it is pinned. Thread-safe; all methods but the plain facts throw {@link IllegalStateException} after the object was
 * closed.
 */
public final class LoadedMap {

    /** What {@link #update(byte[], byte[], Update)} takes for granted. */
    public enum Update {
        /** Nothing: {@code BPF_ANY}. */
        ANY(0),
        /** That the key is not there: {@code BPF_NOEXIST}. */
        NEW(1),
        /** That the key is there: {@code BPF_EXIST}. */
        EXISTING(2);

        private final int flag;

        Update(int flag) {
            this.flag = flag;
        }
    }

    /** percpu_hash, percpu_array, lru_percpu_hash, percpu_cgroup_storage. */
    private static final Set<Integer> PER_CPU = Set.of(5, 6, 10, 21);

    private static final int ALIGNMENT = 8;

    private final Owner owner;
    private final MapHandle handle;

    LoadedMap(Owner owner, MapHandle handle) {
        this.owner = owner;
        this.handle = handle;
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

    /** What it was planned as. */
    public PlannedMap plan() {
        return handle.map().plan();
    }

    /** What it was made with: sizes in bytes, and the number of entries. */
    public MapShape shape() {
        return handle.map().shape();
    }

    /** Whether it was there already: pinned, or given by the caller. */
    public boolean isReused() {
        return handle.reused();
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
        return new Descriptor(owner, handle.fd(), subject(), Needs.OF_MAPS);
    }

    /** What the kernel says about it now. */
    public MapInfo info() {
        owner.enter();
        try {
            return MapInfo.of(owner.kernel().bpf(), handle.fd(), subject());
        } finally {
            owner.exit();
        }
    }

    /** Bytes of a value as {@link #lookup} gives them: of one processor after the other, each 8-byte aligned, if each has one. */
    public int valueBytes() {
        if (!PER_CPU.contains(type())) {
            return shape().valueSize();
        }
        int aligned = (shape().valueSize() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        return aligned * owner.kernel().possibleCpus();
    }

    /**
     * The value of a key.
     *
     * @return empty if there is no such key
     * @throws IllegalArgumentException if the key has another size than the map's
     * @throws LoadException if the kernel refuses to read it
     */
    public Optional<byte[]> lookup(byte[] key) {
        NativeMemory value = NativeMemory.allocate(valueBytes());
        owner.enter();
        try {
            int answer = owner.kernel().bpf().lookup(handle.fd(), key(key), value, 0);
            if (answer == -Errno.ENOENT) {
                return Optional.empty();
            }
            check(Command.MAP_LOOKUP_ELEM, answer);
        } finally {
            owner.exit();
        }
        byte[] bytes = new byte[valueBytes()];
        value.bytes().get(0, bytes);
        return Optional.of(bytes);
    }

    /** Sets the value of a key, whether it is there or not; see {@link #update(byte[], byte[], Update)}. */
    public void update(byte[] key, byte[] value) {
        update(key, value, Update.ANY);
    }

    /**
     * Sets the value of a key.
     *
     * @throws IllegalArgumentException if key or value have another size than the map's
     * @throws LoadException if the kernel refuses it, with E2BIG if the map is full, EEXIST or ENOENT if the key is there or
     *     not against expectation
     */
    public void update(byte[] key, byte[] value, Update expected) {
        if (value.length != valueBytes()) {
            throw new IllegalArgumentException(
                    "a value of " + value.length + " bytes for " + subject() + ", whose values have " + valueBytes());
        }
        owner.enter();
        try {
            check(
                    Command.MAP_UPDATE_ELEM,
                    owner.kernel().bpf().update(handle.fd(), key(key), NativeMemory.of(value), expected.flag));
        } finally {
            owner.exit();
        }
    }

    /**
     * Removes a key.
     *
     * @return whether it was there
     * @throws LoadException if the kernel refuses it, as for arrays
     */
    public boolean delete(byte[] key) {
        owner.enter();
        try {
            int answer = owner.kernel().bpf().delete(handle.fd(), key(key));
            if (answer == -Errno.ENOENT) {
                return false;
            }
            check(Command.MAP_DELETE_ELEM, answer);
            return true;
        } finally {
            owner.exit();
        }
    }

    /**
     * All keys, in the kernel's order. While others write to the map, keys may be missing or come twice.
     *
     * @throws LoadException if the map has no keys, as ring buffers
     */
    public List<byte[]> keys() {
        List<byte[]> keys = new ArrayList<>();
        long most = 2 * Integer.toUnsignedLong(shape().maxEntries()) + 1;
        NativeMemory last = NativeMemory.allocate(shape().keySize());
        owner.enter();
        try {
            int answer = owner.kernel().bpf().nextKey(handle.fd(), null, last);
            while (answer >= 0 && keys.size() < most) {
                byte[] key = new byte[shape().keySize()];
                last.bytes().get(0, key);
                keys.add(key);
                answer = owner.kernel().bpf().nextKey(handle.fd(), last, last);
            }
            if (answer != -Errno.ENOENT) {
                check(Command.MAP_GET_NEXT_KEY, answer);
            }
        } finally {
            owner.exit();
        }
        return keys;
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
            Pins.pin(owner.kernel(), subject(), handle.fd(), path);
        } finally {
            owner.exit();
        }
    }

    private NativeMemory key(byte[] key) {
        if (key.length != shape().keySize()) {
            throw new IllegalArgumentException(
                    "a key of " + key.length + " bytes for " + subject() + ", whose keys have " + shape().keySize());
        }
        return NativeMemory.of(key);
    }

    private void check(Command command, int answer) {
        if (answer < 0) {
            throw Refusals.of(owner.kernel(), subject(), command.kernelName(), -answer, Needs.OF_MAPS);
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
