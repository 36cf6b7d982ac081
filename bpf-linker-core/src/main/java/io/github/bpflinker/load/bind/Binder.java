package io.github.bpflinker.load.bind;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.kernel.table.ProgramSection;
import io.github.bpflinker.kernel.table.TypeNumbers;
import io.github.bpflinker.load.core.CodeBuffer;
import io.github.bpflinker.load.core.CoreException;
import io.github.bpflinker.load.core.ModelTypes;
import io.github.bpflinker.load.core.TargetTypes;
import io.github.bpflinker.load.image.BtfImage;
import io.github.bpflinker.load.plan.AttachTarget;
import io.github.bpflinker.load.plan.Bytes;
import io.github.bpflinker.load.plan.LoadPlan;
import io.github.bpflinker.load.plan.PlannedFunction;
import io.github.bpflinker.load.plan.PlannedMap;
import io.github.bpflinker.load.plan.PlannedProgram;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Binds a plan to a kernel. A pure function of both: nothing is loaded, and the result is deterministic. Thread-safe if
 * the {@link Host} is.
 */
public final class Binder {

    private static final int UPROBE_MULTI = TypeNumbers.attachments().of("BPF_TRACE_UPROBE_MULTI");

    private final LoadPlan plan;
    private final Host host;
    private final ModuleList modules = new ModuleList();
    private final KernelLookup lookup;
    private final TargetTypes local;

    private Binder(LoadPlan plan, Host host) {
        this.plan = plan;
        this.host = host;
        this.lookup = new KernelLookup(plan.name(), host, modules);
        this.local = plan.btf()
                .<TargetTypes>map(btf -> new ModelTypes(plan.name(), btf.types()))
                .orElse(NoTypes.INSTANCE);
    }

    /**
     * Binds a plan.
     *
     * @throws BindException if the plan can't be bound
     */
    public static BoundObject bind(LoadPlan plan, Host host) {
        try {
            return new Binder(plan, host).bind();
        } catch (CoreException e) {
            throw new BindException(plan.name(), new BindProblem.BadTypes(String.valueOf(e.getMessage())));
        } catch (LinkException e) {
            throw new BindException(
                    plan.name(),
                    new BindProblem.BadTypes(String.valueOf(e.diagnostic().detail())));
        }
    }

    private BoundObject bind() {
        List<ResolvedExtern> externs = new ExternBinder(plan, local, host, lookup, modules).bind();
        OperationsBinder operations = new OperationsBinder(plan, local, lookup);
        List<OperationsBinder.@Nullable Bound> operationMaps = operations.bind();
        boolean[] loaded = loaded(operations);
        List<byte[]> bytes = plan.functions().stream()
                .map(function -> function.code().toArray())
                .toList();
        List<CodeBuffer> code = buffers(bytes, plan.order());
        List<List<Poison.MissingTarget>> missing = new CoreBinder(plan, local, host, lookup).bind(wanted(loaded), code);
        MapBinder maps = new MapBinder(plan, host);
        boolean[] created = maps.created();
        long arenaData = maps.arenaData();
        BindingState state =
                new BindingState(plan, host, created, externs, bytes, missing, configurationMap(), arenaData);
        List<BoundProgram> programs = programs(state, operations, loaded);
        boolean hasBtf = plan.btf().isPresent() && host.has(Ability.BTF);
        Bytes btf = hasBtf ? image(programs) : Bytes.empty();
        return new BoundObject(
                plan,
                btf,
                maps.bind(created, operationMaps, arenaData, hasBtf),
                programs,
                modules.modules(),
                modules.functionModules());
    }

    private boolean[] loaded(OperationsBinder operations) {
        boolean[] loaded = new boolean[plan.programs().size()];
        for (int i = 0; i < loaded.length; i++) {
            loaded[i] = plan.programs().get(i).target() instanceof AttachTarget.Operation
                    ? operations.isLoaded(i)
                    : plan.programs().get(i).load();
        }
        return loaded;
    }

    /**
     * The functions whose CO-RE relocations are applied: entries of loaded programs, and all functions of {@code
     * .text}.
     */
    private boolean[] wanted(boolean[] loaded) {
        boolean[] wanted = new boolean[plan.functions().size()];
        for (int i = 0; i < wanted.length; i++) {
            PlannedFunction function = plan.functions().get(i);
            wanted[i] = function.subprogram();
        }
        for (int i = 0; i < loaded.length; i++) {
            wanted[plan.programs().get(i).function()] |= loaded[i];
        }
        return wanted;
    }

    private static List<CodeBuffer> buffers(List<byte[]> code, ByteOrder order) {
        return code.stream().map(each -> new CodeBuffer(each, order)).toList();
    }

    private int configurationMap() {
        for (int i = 0; i < plan.maps().size(); i++) {
            if (plan.maps().get(i).kind() == PlannedMap.Kind.KCONFIG) {
                return i;
            }
        }
        return -1;
    }

    private List<BoundProgram> programs(BindingState state, OperationsBinder operations, boolean[] loaded) {
        TargetBinder targets = new TargetBinder(plan, lookup);
        List<BoundProgram> programs = new ArrayList<>();
        for (int i = 0; i < loaded.length; i++) {
            if (loaded[i]) {
                PlannedProgram program = plan.programs().get(i);
                BoundProgram.Target target = targets.bind(program, operations.slot(i));
                int attachType =
                        operations.slot(i).map(OperationsBinder.Slot::member).orElseGet(() -> attachType(program));
                programs.add(ProgramBinder.bind(state, program, i, attachType, target));
            }
        }
        return programs;
    }

    private int attachType(PlannedProgram program) {
        ProgramSection definition = program.definition();
        if (definition.has(ProgramSection.Trait.USDT)
                && program.attachType() == 0
                && host.has(Ability.UPROBE_MULTI_LINK)) {
            return UPROBE_MULTI;
        }
        boolean optional = program.attachType() != 0 && definition.has(ProgramSection.Trait.OPTIONAL_ATTACH);
        return optional && !host.has(Ability.EXPECTED_ATTACH_TYPE) ? 0 : program.attachType();
    }

    private Bytes image(List<BoundProgram> programs) {
        Bytes planned = plan.btf().orElseThrow().image();
        BtfImage image = new BtfImage(planned.toArray());
        boolean changed = false;
        ContextArguments arguments = ContextArguments.of(plan, image);
        if (arguments != null && !host.has(Ability.ARG_CTX_TAG)) {
            programs.replaceAll(arguments::apply);
            changed = true;
        }
        changed |= KindSanitizer.apply(image, host::has);
        return changed ? Bytes.wrap(image.toBytes()) : planned;
    }
}
