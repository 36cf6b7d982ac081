package io.github.bpflinker.load.syscall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.testing.Root;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BpfTest {

    private static final int HASH = 1;
    private static final int SOCKET_FILTER = 1;

    /** {@code r0 = 2; exit}, and {@code exit} without a return value. */
    private static final long[] GOOD = {0x2_0000_00b7L, 0x95};

    private static final long[] BAD = {0x95};

    private final Bpf bpf = new Bpf(open());
    private int map;

    private static SystemCalls open() {
        Root.require();
        return SystemCalls.ofSystem();
    }

    @BeforeEach
    void createMap() {
        map = bpf.tryCreateMap(new MapAttributes(HASH, 4, 8, 2, 0).name("a_name_that_is_too_long"));
        assertThat(map).isPositive();
    }

    @AfterEach
    void closeMap() {
        assertThat(bpf.calls().close(map)).isZero();
    }

    private static ByteBuffer code(long... instructions) {
        ByteBuffer code = ByteBuffer.allocate(8 * instructions.length).order(ByteOrder.LITTLE_ENDIAN);
        for (long instruction : instructions) {
            code.putLong(instruction);
        }
        return code.flip();
    }

    private static NativeMemory number(long value, int size) {
        NativeMemory memory = NativeMemory.allocate(size);
        if (size == Integer.BYTES) {
            memory.bytes().putInt(0, (int) value);
        } else {
            memory.bytes().putLong(0, value);
        }
        return memory;
    }

    @Test
    void readsAndWritesMaps() {
        NativeMemory key = number(7, 4);
        NativeMemory value = number(0, 8);
        assertThat(bpf.lookup(map, key, value, 0)).isEqualTo(-Errno.ENOENT);
        assertThat(bpf.update(map, key, number(99, 8), 0)).isZero();
        assertThat(bpf.lookup(map, key, value, 0)).isZero();
        assertThat(value.bytes().getLong(0)).isEqualTo(99);
        NativeMemory next = number(0, 4);
        assertThat(bpf.nextKey(map, null, next)).isZero();
        assertThat(next.bytes().getInt(0)).isEqualTo(7);
        assertThat(bpf.nextKey(map, next, next)).isEqualTo(-Errno.ENOENT);
        assertThat(bpf.delete(map, key)).isZero();
        assertThat(bpf.delete(map, key)).isEqualTo(-Errno.ENOENT);
    }

    @Test
    void namesAreCutAsTheKernelTakesThem() {
        NativeMemory info = NativeMemory.allocate(80);
        assertThat(bpf.tryInfo(map, info, 80)).isZero();
        assertThat(CStrings.get(info.bytes(), 24, 16)).isEqualTo("a_name_that_is_");
    }

    @Test
    void loadsProgramsAndKeepsTheLogOfRefusedOnes() {
        NativeMemory log = NativeMemory.allocate(4096);
        int program = bpf.tryLoadProgram(new ProgramAttributes(SOCKET_FILTER, code(GOOD), "GPL"));
        assertThat(program).isPositive();
        assertThat(bpf.calls().close(program)).isZero();
        int refused = bpf.tryLoadProgram(new ProgramAttributes(SOCKET_FILTER, code(BAD), "GPL").log(1, log));
        assertThat(refused).isEqualTo(-Errno.EACCES);
        assertThat(log.text(4096)).contains("R0 !read_ok");
    }

    @Test
    void answersWithTheErrorNumberOfTheCall() {
        assertThat(bpf.tryCreateMap(new MapAttributes(HASH, 0, 8, 2, 0))).isEqualTo(-Errno.EINVAL);
        assertThat(bpf.tryOpenPinned("/sys/fs/bpf/is-not-there")).isEqualTo(-Errno.ENOENT);
        assertThat(bpf.calls().close(-1)).isEqualTo(-Errno.EBADF);
        assertThat(bpf.calls().open("/is-not-there", 0)).isEqualTo(-Errno.ENOENT);
        assertThat(bpf.calls().mmap(0, 4096, 1, 1, map, 0)).isEqualTo(-Errno.ENOTSUPP);
        assertThat(bpf.tryOpenById(Command.MAP_GET_FD_BY_ID, -1)).isEqualTo(-Errno.ENOENT);
        assertThatThrownBy(() -> bpf.pin(map, "/proc/pin"))
                .isInstanceOf(SystemCallException.class)
                .hasMessageStartingWith("BPF_OBJ_PIN: ");
    }

    @Test
    void walksOverIds() {
        int id = bpf.nextId(Command.MAP_GET_NEXT_ID, 0).orElseThrow();
        int fd = bpf.tryOpenById(Command.MAP_GET_FD_BY_ID, id);
        assertThat(fd == -Errno.ENOENT || bpf.calls().close(fd) == 0).isTrue();
        assertThat(bpf.nextId(Command.MAP_GET_NEXT_ID, Integer.MAX_VALUE - 1)).isEmpty();
    }

    @Test
    void textIsUtf8() {
        assertThat(CStrings.of("größe").text(8)).isEqualTo("größe");
        assertThat(CStrings.of("ö").text(3)).hasSize(1);
    }
}
