package io.github.bpflinker.load;

import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.load.plan.MapShape;
import io.github.bpflinker.load.syscall.Command;
import io.github.bpflinker.load.syscall.Errno;
import io.github.bpflinker.load.syscall.MapAttributes;
import java.nio.file.Path;

/** A map that belongs to no object here: opened by its id or its pin, or made. Thread-safe. */
public final class KernelMap implements OpenMap, AutoCloseable {

    private final Owner owner;
    private final int fd;
    private final String subject;

    private KernelMap(RunningKernel kernel, int fd, String subject) {
        Descriptors open = new Descriptors(kernel.bpf().calls());
        open.add(fd);
        this.owner = new Owner(subject, kernel, open);
        this.fd = fd;
        this.subject = subject;
    }

    /**
     * Opens one by its id. Needs CAP_SYS_ADMIN.
     *
     * @throws LoadException if there is none of that id, or this process may not open it
     */
    public static KernelMap ofId(RunningKernel kernel, int id) {
        return opened(
                kernel,
                kernel.bpf().tryOpenById(Command.MAP_GET_FD_BY_ID, id),
                "map with id " + id,
                Command.MAP_GET_FD_BY_ID,
                CallRequirements.OF_IDS);
    }

    /**
     * Opens one that is pinned.
     *
     * @throws LoadException if no map is pinned there
     */
    public static KernelMap ofPin(RunningKernel kernel, Path pin) {
        KernelMap map = opened(
                kernel,
                kernel.bpf().tryOpenPinned(pin.toString()),
                "map at " + pin,
                Command.OBJ_GET,
                CallRequirements.OF_PINS);
        try {
            map.info();
            return map;
        } catch (LoadException e) {
            map.close();
            throw e;
        }
    }

    /**
     * Makes a new one, which lives until it is closed, if nothing else uses it then and it is not pinned.
     *
     * @param name at most 15 characters of it are used
     * @throws LoadException if the kernel refuses it
     */
    public static KernelMap create(RunningKernel kernel, String name, MapShape shape) {
        return create(
                kernel,
                name,
                new MapAttributes(shape.type(), shape.keySize(), shape.valueSize(), shape.maxEntries(), shape.flags()),
                shape);
    }

    /** The same, for a map of maps whose elements look like {@code inner}. */
    public static KernelMap create(RunningKernel kernel, String name, MapShape shape, OpenMap inner) {
        MapAttributes attributes =
                new MapAttributes(shape.type(), shape.keySize(), shape.valueSize(), shape.maxEntries(), shape.flags());
        int fd = inner.descriptor().call(element -> {
            attributes.innerMap(element);
            return kernel.bpf().tryCreateMap(attributes.name(name));
        });
        return opened(kernel, fd, "map '" + name + "'", Command.MAP_CREATE, CallRequirements.of(shape));
    }

    private static KernelMap create(RunningKernel kernel, String name, MapAttributes attributes, MapShape shape) {
        if (shape.extra() != 0) {
            attributes.extra(shape.extra());
        }
        int fd = kernel.bpf().tryCreateMap(attributes.name(name));
        return opened(kernel, fd, "map '" + name + "'", Command.MAP_CREATE, CallRequirements.of(shape));
    }

    private static KernelMap opened(
            RunningKernel kernel, int answer, String subject, Command command, CallRequirement need) {
        if (answer == -Errno.ENOENT) {
            throw new LoadException(new LoadProblem.CallRefused(
                    subject,
                    command.kernelName(),
                    Errno.ENOENT,
                    "there is none",
                    "bpf-linker list maps shows those that there are"));
        }
        if (answer < 0) {
            throw Refusals.of(kernel, subject, command.kernelName(), -answer, need);
        }
        return new KernelMap(kernel, answer, subject);
    }

    @Override
    public Descriptor descriptor() {
        return new Descriptor(owner, fd, subject, CallRequirements.OF_MAPS);
    }

    @Override
    public MapInfo info() {
        owner.enter();
        try {
            return MapInfo.of(owner.kernel().bpf(), fd, subject);
        } finally {
            owner.exit();
        }
    }

    /** Closes it, once the calls of other threads have ended. Does nothing if that is done already. */
    @Override
    public void close() {
        owner.close();
    }

    @Override
    public String toString() {
        return subject;
    }
}
