package io.github.bpflinker.load;

import io.github.bpflinker.load.bind.Ability;
import io.github.bpflinker.load.bind.BoundObject;
import io.github.bpflinker.load.bind.BoundProgram;
import io.github.bpflinker.load.bind.BoundProgram.JumpTableUse;
import io.github.bpflinker.load.bind.BoundProgram.Target;
import io.github.bpflinker.load.host.KernelFeature;
import io.github.bpflinker.load.plan.PlannedMap;
import io.github.bpflinker.load.syscall.Command;
import io.github.bpflinker.load.syscall.ProgramAttributes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Loads the programs of an object, after inserting the descriptors of maps and modules. */
final class ProgramStep {

    private static final int UNIT = 8;
    private static final int CONSTANT = 4;

    private final LoadContext context;
    private final BoundObject object;
    private final List<@Nullable MapHandle> maps;
    private final ModuleDescriptors modules;
    private final AttachPrograms targets;
    private final Verifier verifier;
    private final int btf;

    ProgramStep(
            LoadContext context,
            BoundObject object,
            List<@Nullable MapHandle> maps,
            ModuleDescriptors modules,
            AttachPrograms targets,
            Verifier verifier,
            int btf) {
        this.context = context;
        this.object = object;
        this.maps = maps;
        this.modules = modules;
        this.targets = targets;
        this.verifier = verifier;
        this.btf = btf;
    }

    /** Loads one. */
    ProgramHandle load(BoundProgram program) {
        Verifier.Accepted accepted = verifier.load(program, attributes(program));
        context.open().add(accepted.fd());
        bindConstants(accepted.fd());
        return new ProgramHandle(program, accepted.fd(), accepted.log());
    }

    private ProgramAttributes attributes(BoundProgram program) {
        ProgramAttributes attributes = new ProgramAttributes(
                        program.plan().type(), code(program), object.plan().license())
                .flags(program.plan().flags())
                .expectedAttachType(program.attachType())
                .kernelVersion(object.plan().kernelVersion().orElseGet(() -> context.kernel()
                        .versionCode()));
        if (context.hasNames()) {
            attributes.name(KernelObjectNames.of(program.plan().name()));
        }
        if (btf != 0 && context.features().has(Ability.BTF_FUNC)) {
            attributes.debugInfo(
                    btf,
                    program.functionInfo().buffer(),
                    object.plan().btf().orElseThrow().functionInfoSize(),
                    program.lineInfo().buffer(),
                    object.plan().btf().orElseThrow().lineInfoSize());
        }
        setTarget(program, attributes);
        if (!object.functionModules().isEmpty()) {
            attributes.descriptors(modules.functionModules());
        }
        return attributes.token(context.token());
    }

    private void setTarget(BoundProgram program, ProgramAttributes attributes) {
        if (program.target() instanceof Target.KernelType type) {
            attributes.attachType(type.id(), modules.of(type.module()));
        } else if (program.target() instanceof Target.ProgramFunction function) {
            AttachPrograms.Place place = targets.find(program.plan().name(), function.function());
            attributes.attachProgram(place.typeId(), place.fd());
        }
    }

    private ByteBuffer code(BoundProgram program) {
        ByteBuffer code = ByteBuffer.wrap(program.code().toArray()).order(ByteOrder.nativeOrder());
        for (BoundProgram.MapUse use : program.maps()) {
            MapHandle map = maps.get(use.map());
            if (map == null) {
                PlannedMap missing = object.plan().maps().get(use.map());
                throw new LoadException(new LoadProblem.Unsuitable(
                        "program '" + program.plan().name() + "' uses " + MapStep.subject(missing)
                                + ", which is not made; let it be made, or do not load the program"));
            }
            code.putInt(use.at() * UNIT + CONSTANT, map.fd());
        }
        for (BoundProgram.ModuleUse use : program.modules()) {
            code.putInt((use.at() + 1) * UNIT + CONSTANT, modules.of(use.module()));
        }
        Map<Integer, Integer> tables = new HashMap<>();
        for (JumpTableUse use : program.jumpTables()) {
            int fd = tables.computeIfAbsent(use.table(), table -> JumpTableMap.create(context, program, use.targets()));
            code.putInt(use.at() * UNIT + CONSTANT, fd);
        }
        return code;
    }

    /** Binds the map of constants to a program, even if no instruction uses it, so that tools can read it. */
    private void bindConstants(int program) {
        for (MapHandle map : maps) {
            if (map != null
                    && map.map().plan().kind() == PlannedMap.Kind.RODATA
                    && context.features().has(KernelFeature.BIND_MAP)) {
                int answer = context.bpf().bindMap(program, map.fd());
                if (answer < 0) {
                    throw context.refused(
                            MapStep.subject(map.map().plan()),
                            Command.PROG_BIND_MAP.kernelName(),
                            answer,
                            CallRequirements.OF_MAPS);
                }
            }
        }
    }

    static String subject(BoundProgram program) {
        return "program '" + program.plan().name() + "'";
    }
}
