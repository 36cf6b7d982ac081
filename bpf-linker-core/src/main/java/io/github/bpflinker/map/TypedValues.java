package io.github.bpflinker.map;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfReader;
import io.github.bpflinker.btf.value.ValueReader;
import io.github.bpflinker.btf.value.ValueWriter;
import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.load.LoadException;
import io.github.bpflinker.load.LoadProblem;
import io.github.bpflinker.load.MapInfo;
import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.load.syscall.Command;
import io.github.bpflinker.load.syscall.Errno;
import io.github.bpflinker.load.syscall.NativeMemory;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Keys and values of any map in the terms of the BTF that it was made with, whoever made it: JSON with field names, text and
 * names of enumerators. Thread-safe.
 */
public final class TypedValues {

    private static final int INFO_SIZE = 32;

    private final MapInfo info;
    private final Btf types;

    private TypedValues(MapInfo info, Btf types) {
        this.info = info;
        this.types = types;
    }

    /**
     * Those of a map; empty if it has no BTF. Needs CAP_SYS_ADMIN, because the kernel tells the id of the BTF only.
     *
     * @throws LoadException if the kernel does not show the BTF
     */
    public static Optional<TypedValues> of(RunningKernel kernel, MapInfo info) {
        return info.btfId() == 0 || info.valueType() == 0
                ? Optional.empty()
                : Optional.of(new TypedValues(info, read(kernel, info.btfId())));
    }

    private static Btf read(RunningKernel kernel, int id) {
        int fd = kernel.bpf().tryOpenById(Command.BTF_GET_FD_BY_ID, id);
        if (fd < 0) {
            throw refused(id, Command.BTF_GET_FD_BY_ID, fd);
        }
        try {
            NativeMemory info = NativeMemory.allocate(INFO_SIZE);
            int answer = kernel.bpf().tryInfo(fd, info, INFO_SIZE);
            NativeMemory content =
                    NativeMemory.allocate(Math.max(0, info.bytes().getInt(8)));
            NativeMemory again = NativeMemory.allocate(INFO_SIZE);
            again.bytes().putLong(0, content.address()).putInt(8, info.bytes().getInt(8));
            if (answer >= 0) {
                answer = kernel.bpf().tryInfo(fd, again, INFO_SIZE);
            }
            if (answer < 0) {
                throw refused(id, Command.OBJ_GET_INFO_BY_FD, answer);
            }
            byte[] bytes = new byte[info.bytes().getInt(8)];
            content.bytes().get(0, bytes);
            Reference.reachabilityFence(content);
            return BtfReader.read("BTF with id " + id, ByteBuffer.wrap(bytes));
        } finally {
            kernel.bpf().calls().close(fd);
        }
    }

    private static LoadException refused(int id, Command command, int answer) {
        return new LoadException(new LoadProblem.CallRefused(
                "BTF with id " + id,
                command.kernelName(),
                -answer,
                -answer == Errno.EPERM ? "opening by id needs CAP_SYS_ADMIN" : "",
                ""));
    }

    /** A key, or a number if the map's keys have no type. */
    public JsonValue key(byte[] key) {
        return info.keyType() == 0
                ? JsonValue.of(Integer.toUnsignedLong(
                        ByteBuffer.wrap(key).order(ByteOrder.nativeOrder()).getInt()))
                : new ValueReader(types).read(info.keyType(), wrap(key), 0);
    }

    /** A value; of one processor, for maps with a value for each. */
    public JsonValue value(byte[] value) {
        return new ValueReader(types).read(info.valueType(), wrap(value), 0);
    }

    /**
     * The bytes of a key.
     *
     * @throws IllegalArgumentException if it is no such key
     */
    public byte[] key(JsonValue key) {
        byte[] bytes = new byte[info.keySize()];
        if (info.keyType() == 0) {
            int number =
                    (int) (long) key.asLong().orElseThrow(() -> new IllegalArgumentException(key + " is no number"));
            wrap(bytes).putInt(0, number);
        } else {
            new ValueWriter(types).write(info.keyType(), key, wrap(bytes), 0);
        }
        return bytes;
    }

    /**
     * A value with the fields that {@code value} names, and the others as in {@code before}.
     *
     * @throws IllegalArgumentException if it is no such value
     */
    public byte[] value(JsonValue value, byte[] before) {
        byte[] bytes = before.clone();
        new ValueWriter(types).write(info.valueType(), value, wrap(bytes), 0);
        return bytes;
    }

    private static ByteBuffer wrap(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    }
}
