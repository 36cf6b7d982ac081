package io.github.bpflinker.map;

import io.github.bpflinker.load.LoadException;
import io.github.bpflinker.load.LoadedMap;
import io.github.bpflinker.load.plan.MapShape;
import io.github.bpflinker.load.syscall.Mapping;
import io.github.bpflinker.load.syscall.SystemCalls;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The memory of a section of global variables, which programs use too. */
public final class GlobalMemory {

    private static final int READ = 1;
    private static final int READ_AND_WRITE = 3;

    private GlobalMemory() {}

    /** Whether the kernel shares the memory (Linux 5.5). */
    public static boolean isShared(LoadedMap map) {
        return (map.shape().flags() & MapShape.MMAPABLE) != 0;
    }

    /**
     * Maps the section. The memory stays mapped as long as the buffer or a view of it is reachable.
     *
     * @return in the order of the machine; read-only, if the section is frozen
     * @throws LoadException if the kernel refuses
     */
    public static ByteBuffer of(LoadedMap map) {
        SystemCalls calls = map.descriptor().kernel().bpf().calls();
        boolean frozen = map.plan().kind().isFrozen();
        int page = calls.pageSize();
        int length = (map.shape().valueSize() + page - 1) / page * page;
        Mapping[] mapping = new Mapping[1];
        map.descriptor().call(fd -> {
            mapping[0] = Mapping.of(calls, fd, 0, length, frozen ? READ : READ_AND_WRITE, answer -> map.descriptor()
                    .refusal("mmap", answer));
            return 0;
        });
        ByteBuffer memory = mapping[0].bytes();
        return (frozen ? memory.asReadOnlyBuffer() : memory).order(ByteOrder.nativeOrder());
    }
}
