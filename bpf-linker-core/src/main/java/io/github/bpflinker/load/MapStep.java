package io.github.bpflinker.load;

import io.github.bpflinker.load.bind.BoundMap;
import io.github.bpflinker.load.bind.BoundObject;
import io.github.bpflinker.load.plan.Bytes;
import io.github.bpflinker.load.plan.MapShape;
import io.github.bpflinker.load.plan.MapSlot;
import io.github.bpflinker.load.plan.PlannedMap;
import io.github.bpflinker.load.syscall.Command;
import io.github.bpflinker.load.syscall.Errno;
import io.github.bpflinker.load.syscall.MapAttributes;
import io.github.bpflinker.load.syscall.NativeMemory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Creates the maps of an object or reuses pinned ones, and sets their initial contents. */
final class MapStep {

    /** {@code BPF_F_NUMA_NODE}. */
    private static final int HAS_NUMA_NODE = 1 << 2;

    private static final int DESCRIPTOR_SIZE = 4;

    private final LoadContext context;
    private final BoundObject object;
    private final MapChoices choices;
    private final ModuleDescriptors modules;
    private final int btf;
    private final MapPins pins;
    private final List<@Nullable MapHandle> maps = new ArrayList<>();

    MapStep(LoadContext context, BoundObject object, MapChoices choices, ModuleDescriptors modules, int btf) {
        this.context = context;
        this.object = object;
        this.choices = choices;
        this.modules = modules;
        this.btf = btf;
        this.pins = new MapPins(context);
    }

    /** Returns a handle for each map of the plan, in order; null for maps that are not created. */
    List<@Nullable MapHandle> run() {
        for (BoundMap map : object.maps()) {
            maps.add(map.create() ? make(map) : null);
        }
        object.maps().forEach(this::fillMapOfMaps);
        return maps;
    }

    /** Removes the created pins after a failure. */
    void undo() {
        pins.undo();
    }

    private MapHandle make(BoundMap map) {
        PlannedMap plan = map.plan();
        int given = choices.descriptor(plan.name());
        if (given != 0) {
            return handle(map, context.open().add(context.duplicate(given, subject(plan))), true);
        }
        LoadSettings settings = context.settings();
        Optional<Path> pin = settings.pins() ? choices.pin(plan, settings.pinFolder()) : Optional.empty();
        int pinned = pin.isPresent() ? pins.open(map, pin.get()) : 0;
        if (pinned != 0) {
            return handle(map, pinned, true);
        }
        int fd = context.open().add(create(map));
        setContents(map, fd);
        pin.ifPresent(path -> pins.pin(subject(plan), fd, path));
        return handle(map, fd, false);
    }

    private static MapHandle handle(BoundMap map, int fd, boolean reused) {
        return new MapHandle(map, fd, reused);
    }

    private int create(BoundMap map) {
        MapShape shape = map.shape();
        int inner = shape.isMapOfMaps() ? createInner(map) : 0;
        MapAttributes attributes = attributes(shape, map.plan().kernelName());
        if (inner != 0) {
            attributes.innerMap(inner);
        }
        boolean typed = btf != 0 && (map.keyType() != 0 || map.valueType() != 0);
        map.operations().ifPresent(operations -> {
            attributes.types(btf, 0, 0).kernelValueType(operations.valueType());
            if (operations.module() >= 0) {
                attributes.kernelValueModule(modules.of(operations.module()));
            }
        });
        if (typed && map.operations().isEmpty()) {
            attributes.types(btf, map.keyType(), map.valueType());
        }
        int fd = context.takingMemory(() -> context.bpf().tryCreateMap(attributes));
        if (fd < 0 && typed && map.operations().isEmpty()) {
            // Some map types do not support BTF; like libbpf, retry without it.
            attributes.types(0, 0, 0);
            fd = context.bpf().tryCreateMap(attributes);
        }
        if (fd == -Errno.EINVAL && map.operations().isPresent() && (shape.flags() & MapShape.LINK) != 0) {
            // Kernels before 6.4 have no links of operations, and register the map itself.
            attributes.withoutFlag(MapShape.LINK);
            fd = context.bpf().tryCreateMap(attributes);
        }
        if (inner != 0) {
            context.open().close(inner);
        }
        if (fd == -Errno.EINVAL && (shape.flags() & HAS_NUMA_NODE) != 0 && !hasNode(shape.numaNode())) {
            throw new LoadException(new LoadProblem.CallRefused(
                    subject(map.plan()),
                    Command.MAP_CREATE.kernelName(),
                    Errno.EINVAL,
                    "this machine has no NUMA node " + shape.numaNode(),
                    "see /sys/devices/system/node/online, and choose one of these"));
        }
        if (fd < 0) {
            throw context.refused(subject(map.plan()), Command.MAP_CREATE.kernelName(), fd, CallRequirements.of(shape));
        }
        return fd;
    }

    private static boolean hasNode(int number) {
        return Files.exists(Path.of("/sys/devices/system/node/node" + number));
    }

    private MapAttributes attributes(MapShape shape, String name) {
        MapAttributes attributes =
                new MapAttributes(shape.type(), shape.keySize(), shape.valueSize(), shape.maxEntries(), shape.flags());
        if ((shape.flags() & HAS_NUMA_NODE) != 0) {
            attributes.numaNode(shape.numaNode());
        }
        if (shape.extra() != 0) {
            attributes.extra(shape.extra());
        }
        if (context.hasNames()) {
            attributes.name(KernelObjectNames.of(name));
        }
        return attributes.token(context.token());
    }

    /** Creates the template of a map of maps, which is needed only to create that map. */
    private int createInner(BoundMap map) {
        if (choices.innerDescriptor(map.plan().name()) != 0) {
            int given = choices.innerDescriptor(map.plan().name());
            return context.open().add(context.duplicate(given, subject(map.plan())));
        }
        MapShape shape = map.inner()
                .orElseThrow(() -> new LoadException(new LoadProblem.Unsuitable(
                        subject(map.plan()) + " is a map of maps whose definition does not say what they look like;"
                                + " give one with innerMap(…)")));
        int fd = context.takingMemory(() -> context.bpf().tryCreateMap(attributes(shape, "inner")));
        if (fd < 0) {
            throw context.refused(
                    "what " + subject(map.plan()) + " holds",
                    Command.MAP_CREATE.kernelName(),
                    fd,
                    CallRequirements.of(shape));
        }
        return context.open().add(fd);
    }

    private void setContents(BoundMap map, int fd) {
        Bytes contents = map.contents();
        if (map.shape().type() == MapShape.ARENA) {
            Arena.fill(context, subject(map.plan()), map, fd);
        } else if (map.plan().kind().isGlobalData()
                && (!isZero(contents) || map.plan().kind().isFrozen())) {
            NativeMemory value = NativeMemory.allocate(map.shape().valueSize());
            value.bytes().duplicate().put(contents.buffer());
            NativeMemory key = NativeMemory.allocate(Integer.BYTES);
            check(map.plan(), Command.MAP_UPDATE_ELEM, context.bpf().update(fd, key, value, 0));
        }
        if (map.plan().kind().isFrozen()) {
            check(map.plan(), Command.MAP_FREEZE, context.bpf().freeze(fd));
        }
    }

    private static boolean isZero(Bytes contents) {
        for (int at = 0; at < contents.size(); at++) {
            if (contents.get(at) != 0) {
                return false;
            }
        }
        return true;
    }

    private void fillMapOfMaps(BoundMap map) {
        MapHandle outer = maps.get(object.maps().indexOf(map));
        if (outer == null || outer.reused() || !map.shape().isMapOfMaps()) {
            return;
        }
        for (MapSlot slot : map.plan().slots()) {
            MapHandle inner = maps.get(slot.entry());
            if (inner != null) {
                set(map.plan(), outer.fd(), slot.key(), inner.fd());
            }
        }
    }

    /** Stores a map or program in an array of maps or programs. */
    private void set(PlannedMap plan, int map, int index, int fd) {
        NativeMemory key = NativeMemory.allocate(Integer.BYTES);
        NativeMemory value = NativeMemory.allocate(DESCRIPTOR_SIZE);
        key.bytes().putInt(0, index);
        value.bytes().putInt(0, fd);
        check(plan, Command.MAP_UPDATE_ELEM, context.bpf().update(map, key, value, 0));
    }

    /** Initializes the program arrays whose definitions contain programs. */
    void fillProgramArrays(IntUnaryOperator program) {
        for (int i = 0; i < object.maps().size(); i++) {
            BoundMap map = object.maps().get(i);
            MapHandle array = maps.get(i);
            if (array == null || array.reused() || map.shape().type() != MapShape.PROG_ARRAY) {
                continue;
            }
            for (MapSlot slot : map.plan().slots()) {
                int fd = program.applyAsInt(slot.entry());
                if (fd != 0) {
                    set(map.plan(), array.fd(), slot.key(), fd);
                }
            }
        }
    }

    private void check(PlannedMap plan, Command command, int answer) {
        if (answer < 0) {
            throw context.refused(subject(plan), command.kernelName(), answer, CallRequirements.OF_MAPS);
        }
    }

    static String subject(PlannedMap plan) {
        return "map '" + plan.name() + "'";
    }
}
