package io.github.bpflinker.load;

import io.github.bpflinker.load.bind.BoundMap;
import io.github.bpflinker.load.plan.MapShape;
import io.github.bpflinker.load.syscall.Command;
import io.github.bpflinker.load.syscall.Errno;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens pinned maps and pins new ones. */
final class MapPins {

    /** {@code BPF_F_RDONLY_PROG}, which the kernel itself sets for maps of network devices. */
    private static final int SET_BY_KERNEL = 1 << 7;

    private static final int DEVMAP = 14;
    private static final int DEVMAP_HASH = 25;

    private final LoadContext context;
    private final PinnedTogether made = new PinnedTogether();

    MapPins(LoadContext context) {
        this.context = context;
    }

    /**
     * Opens the pinned map at a path.
     *
     * @return its descriptor; 0 if nothing is pinned there
     * @throws LoadException if the map differs from the definition, or the pin is not a map
     */
    int open(BoundMap map, Path pin) {
        String subject = MapStep.subject(map.plan()) + " at " + pin;
        int fd = context.bpf().tryOpenPinned(pin.toString());
        if (fd == -Errno.ENOENT) {
            return 0;
        }
        if (fd < 0 && Files.isDirectory(pin)) {
            throw new LoadException(new LoadProblem.Unsuitable(MapStep.subject(map.plan()) + " can't be pinned at "
                    + pin + ": that is a folder; add a name to it"));
        }
        if (fd < 0) {
            throw context.refused(subject, Command.OBJ_GET.kernelName(), fd, CallRequirements.OF_PINS);
        }
        context.open().add(fd);
        MapInfo info = MapInfo.of(context.bpf(), fd, subject);
        compare(map, pin, info);
        return fd;
    }

    private static void compare(BoundMap map, Path pin, MapInfo info) {
        MapShape shape = map.shape();
        boolean setByKernel = shape.type() == DEVMAP || shape.type() == DEVMAP_HASH;
        int mask = setByKernel ? ~SET_BY_KERNEL : ~0;
        String name = map.plan().name();
        differs(name, pin, "type", info.typeName(), MapInfo.typeName(shape.type()));
        differs(name, pin, "key_size", text(info.keySize()), text(shape.keySize()));
        differs(name, pin, "value_size", text(info.valueSize()), text(shape.valueSize()));
        differs(name, pin, "max_entries", text(info.maxEntries()), text(Integer.toUnsignedLong(shape.maxEntries())));
        differs(name, pin, "map_flags", hex(info.flags() & mask), hex(shape.flags() & mask));
        differs(name, pin, "map_extra", hex(info.extra()), hex(shape.extra()));
    }

    private static String text(long number) {
        return Long.toString(number);
    }

    private static String hex(long number) {
        return "0x" + Long.toHexString(number);
    }

    private static void differs(String map, Path pin, String field, String pinned, String wanted) {
        if (!pinned.equals(wanted)) {
            throw new LoadException(new LoadProblem.PinnedMapDiffers(map, pin, field, pinned, wanted));
        }
    }

    /** Pins a new map. */
    void pin(String subject, int fd, Path pin) {
        made.add(pin, path -> Pins.pin(context.kernel(), subject, fd, path));
    }

    /** Removes the pins that were created. */
    void undo() {
        made.undo();
    }
}
