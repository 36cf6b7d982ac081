package io.github.bpflinker.load;

import io.github.bpflinker.load.bind.BoundMap;
import io.github.bpflinker.load.syscall.Errno;

/** An arena: memory that programs and user space share at the same addresses. */
final class Arena {

    private static final int READ_AND_WRITE = 3;
    private static final int SHARED = 1;

    /** {@code MAP_FIXED_NOREPLACE}: libbpf would replace what is mapped there, which here is the Java runtime's. */
    private static final int FIXED_IF_FREE = 0x100000;

    private Arena() {}

    /**
     * Maps the arena, which determines its address, and initializes its variables. It stays mapped until the object is
     * closed.
     */
    static void fill(LoadContext context, String subject, BoundMap map, int fd) {
        long length = Integer.toUnsignedLong(map.shape().maxEntries())
                * context.kernel().pageSize();
        long wanted = map.shape().extra();
        long address = context.bpf()
                .calls()
                .mmap(wanted, length, READ_AND_WRITE, wanted == 0 ? SHARED : SHARED | FIXED_IF_FREE, fd, 0);
        if (address == -Errno.EEXIST) {
            throw new LoadException(new LoadProblem.Unsuitable(subject + " wants the addresses from 0x"
                    + Long.toHexString(wanted)
                    + " (map_extra), which this process uses otherwise; choose others, or none"));
        }
        if (address < 0 && address > -4096) {
            throw context.refused(subject, "mmap", (int) address, CallRequirements.OF_MAPS);
        }
        context.open().addMapping(address, length);
        if (!map.contents().isEmpty()) {
            context.bpf()
                    .calls()
                    .view(address + map.contentsOffset(), map.contents().size())
                    .put(map.contents().buffer());
        }
    }
}
