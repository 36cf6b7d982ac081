package io.github.bpflinker.load;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.load.bind.BindException;
import io.github.bpflinker.load.bind.Binder;
import io.github.bpflinker.load.bind.BoundObject;
import io.github.bpflinker.load.bind.Host;
import io.github.bpflinker.load.core.ModelTypes;
import io.github.bpflinker.load.core.TargetTypes;
import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.load.plan.Bytes;
import io.github.bpflinker.load.plan.LoadPlan;
import io.github.bpflinker.load.plan.PlanException;
import io.github.bpflinker.load.plan.PlanOptions;
import io.github.bpflinker.load.plan.PlannedProgram;
import io.github.bpflinker.load.plan.Planner;
import io.github.bpflinker.load.syscall.UnsupportedPlatformException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Loads a BPF object into the running kernel:
 *
 * <pre>{@code
 * try (LoadedObject object = BpfLoader.of(BpfObject.read(Path.of("packets.bpf.o")))
 *         .map("flows", map -> map.maxEntries(1024))
 *         .global("limit", 5)
 *         .load()) {
 *     System.out.println(object.maps());
 * }
 * }</pre>
 *
 * <p>Linux on x86-64 and aarch64, from 4.14 on. What is set before loading is checked when it is loaded; each method but
 * {@link #load} answers with the same loader. One loader can load several times; it is not thread-safe, what it loads is.
 */
public final class BpfLoader {

    private final Optional<BpfObject> object;
    private final Optional<LoadPlan> given;
    private final Map<String, ProgramSettings> programs = new LinkedHashMap<>();
    private final Map<String, MapSettings> maps = new LinkedHashMap<>();
    private final Map<String, Value> globals = new LinkedHashMap<>();
    private final MapChoices choices = new MapChoices();
    private BiConsumer<PlannedProgram, ProgramSettings> everyProgram = (program, settings) -> {};
    private LoadSettings settings = LoadSettings.none();
    private Optional<TargetTypes> types = Optional.empty();
    private String otherPrograms = "";
    private @Nullable RunningKernel kernel;

    /** A value in as many bytes as its variable has. */
    private interface Value {
        byte[] bytes(String variable, int size);
    }

    private BpfLoader(Optional<BpfObject> object, Optional<LoadPlan> given) {
        this.object = object;
        this.given = given;
    }

    /** For an object. What it asks for is read when it is loaded. */
    public static BpfLoader of(BpfObject object) {
        return new BpfLoader(Optional.of(object), Optional.empty());
    }

    /** For an object that was planned already, which makes loading it several times faster. */
    public static BpfLoader of(LoadPlan plan) {
        return new BpfLoader(Optional.empty(), Optional.of(plan));
    }

    /** Settings of one program, named by its function. */
    public BpfLoader program(String function, Consumer<ProgramSettings> change) {
        change.accept(programs.computeIfAbsent(function, name -> new ProgramSettings()));
        return this;
    }

    /** Settings of every program, for which the caller is told what the object says of it. */
    public BpfLoader programs(BiConsumer<PlannedProgram, ProgramSettings> change) {
        everyProgram = everyProgram.andThen(change);
        return this;
    }

    /** Settings of one map, named by its variable; global data by its section, as in {@code .rodata}. */
    public BpfLoader map(String variable, Consumer<MapSettings> change) {
        change.accept(maps.computeIfAbsent(variable, name -> new MapSettings(name, choices)));
        return this;
    }

    /** What the type of programs is taken from whose section says none, as in {@link ProgramSettings#section}. */
    public BpfLoader sectionOfOtherPrograms(String name) {
        otherPrograms = name;
        return this;
    }

    /**
     * The number that a global variable starts with, {@code const} ones included.
     *
     * @param value as the variable's 1, 2, 4 or 8 bytes hold it
     */
    public BpfLoader global(String variable, long value) {
        globals.put(variable, (name, size) -> number(name, value, size));
        return this;
    }

    /** The bytes that a global variable starts with; the rest of it is zero. */
    public BpfLoader global(String variable, byte[] value) {
        byte[] copy = value.clone();
        globals.put(variable, (name, size) -> {
            if (copy.length > size) {
                throw new LoadException(new LoadProblem.Unsuitable(
                        "global variable '" + name + "' has " + size + " bytes, not " + copy.length));
            }
            return Arrays.copyOf(copy, size);
        });
        return this;
    }

    private static byte[] number(String variable, long value, int size) {
        boolean fits =
                size == Long.BYTES || size < Long.BYTES && value >= -(1L << (8 * size - 1)) && value < 1L << 8 * size;
        if (size > Long.BYTES || !fits) {
            throw new LoadException(new LoadProblem.Unsuitable(
                    "global variable '" + variable + "' has " + size + " bytes, which do not hold " + value));
        }
        ByteBuffer whole =
                ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(0, value);
        return Arrays.copyOf(whole.array(), size);
    }

    /**
     * Types that CO-RE relocations are computed against, in place of those of the running kernel: of a kernel that was built
     * without BTF.
     */
    public BpfLoader kernelTypes(Btf btf) {
        types = Optional.of(new ModelTypes(btf.name(), btf));
        return this;
    }

    /**
     * What the verifier is to say about programs that it accepts; see {@link LoadedProgram#verifierLog}.
     *
     * @param level a sum of 1 for each instruction, 2 for each state, 4 for statistics (Linux 5.2); 0, the default, for
     *     nothing
     */
    public BpfLoader logLevel(int level) {
        settings = settings.withLogLevel(level);
        return this;
    }

    /** How long the verifier may take for one program; by default as long as it likes. */
    public BpfLoader timeLimit(Duration limit) {
        settings = settings.withTimeLimit(limit);
        return this;
    }

    /** Where maps are pinned whose definition asks for it; by default {@code /sys/fs/bpf}. */
    public BpfLoader pinFolder(Path folder) {
        settings = settings.withPinFolder(folder);
        return this;
    }

    /** Pins no map, and takes none that is pinned, whatever their definitions say. */
    public BpfLoader withoutPins() {
        settings = settings.withPins(false);
        return this;
    }

    /**
     * A token that permits what this process may not do by itself (Linux 6.9), made with {@link BpfToken}. It must be open
     * until the object is loaded.
     */
    public BpfLoader token(BpfToken token) {
        settings = settings.withToken(token.fd());
        return this;
    }

    /** The kernel to load into, if it is not reached in the usual way. */
    public BpfLoader into(RunningKernel other) {
        kernel = other;
        return this;
    }

    /** What is loaded: the plan of the object with all settings. */
    LoadPlan plan() {
        Map<String, String> sections = new HashMap<>();
        programs.forEach((name, program) -> program.section().ifPresent(section -> sections.put(name, section)));
        return with(given.orElseGet(() -> plan(object.orElseThrow(), new PlanOptions(sections, otherPrograms))));
    }

    private static LoadPlan plan(BpfObject object, PlanOptions options) {
        try {
            return Planner.plan(object, options);
        } catch (PlanException e) {
            throw new LoadException(new LoadProblem.Unplannable(e.object(), e.problem()), e);
        }
    }

    private static BoundObject bind(LoadPlan plan, Host host) {
        try {
            return Binder.bind(plan, host);
        } catch (BindException e) {
            throw new LoadException(new LoadProblem.DoesNotFit(plan.name(), e.problem()), e);
        }
    }

    private LoadPlan with(LoadPlan plan) {
        checkNames(
                "program",
                programs.keySet(),
                plan.programs().stream().map(PlannedProgram::name).toList());
        checkNames(
                "map",
                maps.keySet(),
                plan.maps().stream().map(map -> map.name()).toList());
        LoadPlan changed = plan.withPrograms(this::with);
        if (!maps.isEmpty()) {
            changed = changed.withMaps(
                    map -> maps.containsKey(map.name()) ? maps.get(map.name()).apply(map) : map);
        }
        return globals.isEmpty() ? changed : withGlobals(changed);
    }

    private PlannedProgram with(PlannedProgram program) {
        ProgramSettings wanted = programs.getOrDefault(program.name(), new ProgramSettings());
        everyProgram.accept(program, wanted);
        return wanted.load().map(program::withLoad).orElse(program);
    }

    private static void checkNames(String what, Iterable<String> wanted, List<String> known) {
        for (String name : wanted) {
            if (!known.contains(name)) {
                throw new LoadException(new LoadProblem.Unsuitable(
                        "the object has no " + what + " '" + name + "'; it has " + String.join(", ", known)));
            }
        }
    }

    private LoadPlan withGlobals(LoadPlan plan) {
        Globals places = new Globals(plan);
        Map<String, byte[]> contents = new HashMap<>();
        globals.forEach((variable, value) -> {
            Globals.Place place = places.find(variable);
            byte[] section = contents.computeIfAbsent(
                    place.map(), map -> plan.map(map).orElseThrow().contents().toArray());
            byte[] bytes = value.bytes(variable, place.size());
            System.arraycopy(bytes, 0, section, place.offset(), bytes.length);
        });
        return plan.withMaps(
                map -> contents.containsKey(map.name()) ? map.withContents(Bytes.of(contents.get(map.name()))) : map);
    }

    /**
     * Loads the object, or nothing of it.
     *
     * @throws LoadException if no kernel can load it, or this one can't, or this process may not, or the settings make no
     *     sense
     */
    public LoadedObject load() {
        RunningKernel target = kernel();
        LoadPlan plan = plan();
        if (!plan.order().equals(ByteOrder.nativeOrder())) {
            throw new LoadException(
                    new LoadProblem.Unsuitable("object '" + plan.name() + "' is for machines of the other byte order"));
        }
        BoundObject bound = bind(plan, new HostView(target, types));
        Map<String, Integer> targets = new HashMap<>();
        programs.forEach((name, program) -> {
            if (program.target() != 0) {
                targets.put(name, program.target());
            }
        });
        LoadContext context =
                new LoadContext(target, settings, new Descriptors(target.bpf().calls()));
        return new ObjectLoader(context, bound, choices, targets, new Complaints(() -> object)).load();
    }

    private RunningKernel kernel() {
        try {
            return kernel == null ? RunningKernel.ofSystem() : kernel;
        } catch (UnsupportedPlatformException e) {
            throw new LoadException(new LoadProblem.Unsupported(String.valueOf(e.getMessage())), e);
        }
    }
}
