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
 * A map in the kernel, with keys and values as bytes. It exists as long as its {@link LoadedObject} is open, a program
 * uses it, or it is pinned. Thread-safe. After the object is closed, all methods except simple accessors throw {@link
 * IllegalStateException}.
 */
public final class LoadedMap implements OpenMap {

    /** The precondition of {@link #update(byte[], byte[], Update)}. */
    public enum Update {
        /** None: {@code BPF_ANY}. */
        ANY(0),
        /** The key must not exist: {@code BPF_NOEXIST}. */
        NEW(1),
        /** The key must exist: {@code BPF_EXIST}. */
        EXISTING(2);

        private final int flag;

        Update(int flag) {
            this.flag = flag;
        }

        /** As bpf(2) takes it. */
        public int flag() {
            return flag;
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

    @Override
    public Descriptor descriptor() {
        return new Descriptor(owner, handle.fd(), subject(), Needs.OF_MAPS);
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
     * The size of a value in {@link #lookup}. For per-CPU maps a value has a part for each possible CPU, aligned to 8
     * bytes.
     */
    public int valueBytes() {
        if (!PER_CPU.contains(type())) {
            return shape().valueSize();
        }
        int aligned = (shape().valueSize() + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        return aligned * owner.kernel().possibleCpus();
    }

    /**
     * Looks up a key.
     *
     * @return empty if the key does not exist
     * @throws IllegalArgumentException if the size of the key differs from the map's
     * @throws LoadException if the kernel rejects the call
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

    /** Sets the value of a key, existing or not; see {@link #update(byte[], byte[], Update)}. */
    public void update(byte[] key, byte[] value) {
        update(key, value, Update.ANY);
    }

    /**
     * Sets the value of a key.
     *
     * @throws IllegalArgumentException if the size of the key or value differs from the map's
     * @throws LoadException if the kernel rejects it, with E2BIG if the map is full, EEXIST or ENOENT if the
     *     precondition is not met
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
     * @return whether the key existed
     * @throws LoadException if the kernel rejects it, as for arrays
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
     * All keys, in the kernel's order. During concurrent modifications keys can be missing or duplicated.
     *
     * @throws LoadException if the map has no keys, such as a ring buffer
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

    private NativeMemory key(byte[] key) {
        if (key.length != shape().keySize()) {
            throw new IllegalArgumentException(
                    "a key of " + key.length + " bytes for " + subject() + ", whose keys have " + shape().keySize());
        }
        return NativeMemory.of(key);
    }

    private void check(Command command, int answer) {
        if (answer == -Errno.E2BIG && command == Command.MAP_UPDATE_ELEM) {
            throw new LoadException(
                    new LoadProblem.MapFull(subject(), Errno.E2BIG, Integer.toUnsignedLong(shape().maxEntries())));
        }
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
