package io.github.bpflinker.load;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.diagnostic.UnsupportedPlatformException;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.file.SystemReason;
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
import io.github.bpflinker.load.syscall.SystemCallException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * <p>Supports Linux 4.14 and newer on x86-64 and aarch64. Settings are validated by {@link #load}; all other methods
 * return this loader. A loader can be used several times. It is not thread-safe; loaded objects are.
 */
public final class BpfLoader {

    private static final int HIGHEST_LOG_LEVEL = 7;

    private final Optional<BpfObject> object;
    private final Optional<LoadPlan> given;
    private final ProgramChoices programs = new ProgramChoices();
    private final Map<String, MapSettings> maps = new LinkedHashMap<>();
    private final Map<String, Value> globals = new LinkedHashMap<>();
    private final MapChoices choices = new MapChoices();
    private LoadSettings settings = LoadSettings.none();
    private Optional<TargetTypes> types = Optional.empty();
    private FallbackTypes fallback = FallbackTypes.none();
    private String otherPrograms = "";
    private @Nullable RunningKernel kernel;

    /** A value, encoded in the size of its variable. */
    private interface Value {
        byte[] bytes(String variable, int size);
    }

    private BpfLoader(Optional<BpfObject> object, Optional<LoadPlan> given) {
        this.object = object;
        this.given = given;
    }

    /** Creates a loader of an object, which is planned by {@link #load}. */
    public static BpfLoader of(BpfObject object) {
        return new BpfLoader(Optional.of(object), Optional.empty());
    }

    /** Creates a loader of a planned object. Planning once is faster if the object is loaded several times. */
    public static BpfLoader of(LoadPlan plan) {
        return new BpfLoader(Optional.empty(), Optional.of(plan));
    }

    /** Changes the settings of a program, identified by its function. */
    public BpfLoader program(String function, Consumer<ProgramSettings> change) {
        programs.change(function, change);
        return this;
    }

    /** Changes the settings of every program, depending on its plan. */
    public BpfLoader programs(BiConsumer<PlannedProgram, ProgramSettings> change) {
        programs.changeEvery(change);
        return this;
    }

    /**
     * Changes the settings of a map, identified by its variable or, for global data, by its section, such as {@code
     * .rodata}.
     */
    public BpfLoader map(String variable, Consumer<MapSettings> change) {
        change.accept(maps.computeIfAbsent(variable, name -> new MapSettings(name, choices)));
        return this;
    }

    /**
     * Sets the section from which the type of programs in unknown sections is derived; see {@link
     * ProgramSettings#section}.
     */
    public BpfLoader sectionOfOtherPrograms(String name) {
        otherPrograms = name;
        return this;
    }

    /**
     * Sets the initial value of a global variable, which can be {@code const}.
     *
     * @param value the value, which must fit into the 1, 2, 4 or 8 bytes of the variable
     */
    public BpfLoader global(String variable, long value) {
        globals.put(variable, (name, size) -> number(name, value, size));
        return this;
    }

    /** Sets the initial bytes of a global variable; remaining bytes are zero. */
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
        boolean fits = size == Long.BYTES
                || (size < Long.BYTES && value >= -(1L << (8 * size - 1)) && value < (1L << (8 * size)));
        if (size > Long.BYTES || !fits) {
            throw new LoadException(new LoadProblem.Unsuitable(
                    "global variable '" + variable + "' has " + size + " bytes, which do not hold " + value));
        }
        ByteBuffer whole =
                ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(0, value);
        return Arrays.copyOf(whole.array(), size);
    }

    /** Sets the types for CO-RE relocations, for running kernels that were built without BTF. */
    public BpfLoader kernelTypes(Btf btf) {
        types = Optional.of(new ModelTypes(btf.name(), btf));
        return this;
    }

    /**
     * Sets the folder with types for CO-RE relocations on kernels without BTF: a file {@code RELEASE.btf} for each kernel,
     * where RELEASE is the output of {@code uname -r}. The command and the goal {@code btf-min} write such files. Ignored
     * where the kernel has BTF, or after {@link #kernelTypes}.
     */
    public BpfLoader kernelTypesIn(Path folder) {
        fallback = FallbackTypes.inFolder(folder);
        return this;
    }

    /**
     * The same as {@link #kernelTypesIn(Path)}, with resources of an application.
     *
     * @param owner a class of the application, whose class loader and module have the resources
     * @param folder their folder as {@link Class#getResourceAsStream} takes it, such as {@code /bpf/btf}
     */
    public BpfLoader kernelTypesIn(Class<?> owner, String folder) {
        fallback = FallbackTypes.ofResources(owner, folder);
        return this;
    }

    /**
     * Sets the content of the verifier's log for accepted programs; see {@link LoadedProgram#verifierLog}.
     *
     * @param level a sum of 1 for each instruction, 2 for each state, 4 for statistics (Linux 5.2); 0, the default, for
     *     nothing
     * @throws IllegalArgumentException if it is no such sum
     */
    public BpfLoader logLevel(int level) {
        if (level < 0 || level > HIGHEST_LOG_LEVEL) {
            throw new IllegalArgumentException(
                    "log level " + level + " is not a sum of 1 (instructions), 2 (states) and 4 (statistics)");
        }
        settings = settings.withLogLevel(level);
        return this;
    }

    /**
     * Limits the time of the verifier for one program. There is no limit by default.
     *
     * @throws IllegalArgumentException if it is zero or negative
     */
    public BpfLoader timeLimit(Duration limit) {
        if (limit.isZero() || limit.isNegative()) {
            throw new IllegalArgumentException("the time limit " + limit + " is not positive");
        }
        settings = settings.withTimeLimit(limit);
        return this;
    }

    /** Sets the directory for maps that are pinned by name in their definition; {@code /sys/fs/bpf} by default. */
    public BpfLoader pinFolder(Path folder) {
        settings = settings.withPinFolder(folder);
        return this;
    }

    /**
     * Refuses an object whose types (BTF) the kernel refuses. By default it is loaded without them, unless it has
     * struct_ops maps, and a warning is logged, as with libbpf.
     */
    public BpfLoader requireTypes() {
        settings = settings.withTypesRequired();
        return this;
    }

    /** Neither pins maps nor reuses pinned ones, whatever their definitions. */
    public BpfLoader withoutPins() {
        settings = settings.withPins(false);
        return this;
    }

    /**
     * Sets a token that grants further permissions to this process (Linux 6.9). It must stay open until the object is
     * loaded.
     */
    public BpfLoader token(BpfToken token) {
        settings = settings.withToken(token);
        return this;
    }

    /** Sets the kernel, if system calls are not made in the default way. */
    public BpfLoader into(RunningKernel other) {
        kernel = other;
        return this;
    }

    /**
     * A plan with all settings applied.
     *
     * @param targets the descriptors of the programs to which programs are attached, by name
     */
    private record Prepared(LoadPlan plan, Map<String, Integer> targets) {}

    /** The plan of the object with all settings applied. */
    LoadPlan plan() {
        return prepare().plan();
    }

    private Prepared prepare() {
        Map<String, String> sections = programs.sections();
        LoadPlan plan = planned(sections);
        checkNames(
                "program",
                programs.names(),
                plan.programs().stream().map(PlannedProgram::name).toList());
        Map<String, ProgramSettings> chosen = programs.of(plan);
        Map<String, String> all = ProgramChoices.sections(chosen);
        if (!all.equals(sections)) {
            plan = planned(all);
        }
        return new Prepared(with(ProgramChoices.apply(plan, chosen)), ProgramChoices.targets(chosen));
    }

    private LoadPlan planned(Map<String, String> sections) {
        if (given.isEmpty()) {
            return plan(object.orElseThrow(), new PlanOptions(sections, otherPrograms));
        }
        if (!sections.isEmpty() || !otherPrograms.isEmpty()) {
            throw new LoadException(
                    new LoadProblem.Unsuitable("the sections of programs can't be changed in a plan; give"
                            + " them in the PlanOptions of Planner.plan, or load the object instead of the plan"));
        }
        return given.get();
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
        } catch (UncheckedIOException e) {
            IOException cause = Objects.requireNonNull(e.getCause());
            throw new LoadException(
                    new LoadProblem.Unsuitable("a fact of the running kernel can't be read: "
                            + cause.getMessage() + " (" + SystemReason.of(cause)
                            + "); mount /proc and /sys"),
                    e);
        } catch (SystemCallException e) {
            throw new LoadException(new LoadProblem.CallRefused(plan.name(), e.call(), e.errno(), "", ""), e);
        }
    }

    private LoadPlan with(LoadPlan plan) {
        checkNames(
                "map",
                maps.keySet(),
                plan.maps().stream().map(map -> map.name()).toList());
        LoadPlan changed = plan;
        if (!maps.isEmpty()) {
            changed = changed.withMaps(
                    map -> maps.containsKey(map.name()) ? maps.get(map.name()).apply(map) : map);
        }
        return globals.isEmpty() ? changed : withGlobals(changed);
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
     * Loads the object. If this fails, nothing stays loaded.
     *
     * @throws LoadException if no kernel can load it, this kernel can't, the process lacks permission, or the settings
     *     are invalid
     */
    public LoadedObject load() {
        RunningKernel target = kernel();
        Prepared prepared = prepare();
        LoadPlan plan = prepared.plan();
        if (!plan.order().equals(ByteOrder.nativeOrder())) {
            throw new LoadException(
                    new LoadProblem.Unsuitable("object '" + plan.name() + "' is for machines of the other byte order"));
        }
        BoundObject bound = bind(plan, new HostView(target, settings.token(), types.or(() -> fallback.of(target))));
        LoadContext context =
                new LoadContext(target, settings, new Descriptors(target.bpf().calls()));
        return new ObjectLoader(
                        context, bound, choices, prepared.targets(), new Complaints(() -> object, target::rights))
                .load();
    }

    private RunningKernel kernel() {
        try {
            return kernel == null ? RunningKernel.ofSystem() : kernel;
        } catch (UnsupportedPlatformException e) {
            throw new LoadException(new LoadProblem.Unsupported(String.valueOf(e.getMessage())), e);
        }
    }
}
