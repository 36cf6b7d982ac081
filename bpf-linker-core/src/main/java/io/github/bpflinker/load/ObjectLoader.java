package io.github.bpflinker.load;

import io.github.bpflinker.load.bind.BoundObject;
import io.github.bpflinker.load.bind.BoundProgram;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Loads a bound object into the running kernel, in the same order as libbpf. */
final class ObjectLoader {

    private final LoadContext context;
    private final BoundObject object;
    private final MapChoices mapChoices;
    private final Map<String, Integer> targets;
    private final Complaints complaints;

    ObjectLoader(
            LoadContext context,
            BoundObject object,
            MapChoices mapChoices,
            Map<String, Integer> targets,
            Complaints complaints) {
        this.context = context;
        this.object = object;
        this.mapChoices = mapChoices;
        this.targets = targets;
        this.complaints = complaints;
    }

    /** Loads the object. If this fails, nothing stays loaded. */
    LoadedObject load() {
        ModuleDescriptors modules = new ModuleDescriptors(context, object);
        @Nullable MapStep mapStep = null;
        boolean loaded = false;
        try {
            int btf = BtfStep.load(context, object);
            mapStep = new MapStep(context, object, mapChoices, modules, btf);
            List<@Nullable MapHandle> maps = mapStep.run();
            List<ProgramHandle> programs = loadPrograms(maps, modules, btf);
            IntUnaryOperator descriptors = descriptors(programs);
            mapStep.fillProgramArrays(descriptors);
            loaded = true;
            return loaded(programs, maps, descriptors);
        } finally {
            if (!loaded) {
                context.open().close();
                if (mapStep != null) {
                    mapStep.undo();
                }
            }
        }
    }

    private List<ProgramHandle> loadPrograms(List<@Nullable MapHandle> maps, ModuleDescriptors modules, int btf) {
        AttachPrograms attach = new AttachPrograms(context, targets);
        Verifier verifier = new Verifier(context, complaints);
        ProgramStep step = new ProgramStep(context, object, maps, modules, attach, verifier, btf);
        List<ProgramHandle> programs = new ArrayList<>();
        for (BoundProgram program : object.programs()) {
            programs.add(step.load(program));
        }
        return programs;
    }

    /** The descriptors of programs by index in the plan; 0 for programs that are not loaded. */
    private static IntUnaryOperator descriptors(List<ProgramHandle> programs) {
        Map<Integer, Integer> places = new HashMap<>();
        programs.forEach(program -> places.put(program.program().place(), program.fd()));
        return place -> places.getOrDefault(place, 0);
    }

    private LoadedObject loaded(
            List<ProgramHandle> programs, List<@Nullable MapHandle> maps, IntUnaryOperator descriptors) {
        Owner owner = new Owner(object.plan().name(), context.kernel(), context.open());
        List<LoadedMap> made = new ArrayList<>();
        for (MapHandle map : maps) {
            if (map != null) {
                made.add(new LoadedMap(owner, map, OperationsValue.of(map.map(), descriptors)));
            }
        }
        return new LoadedObject(
                object.plan(),
                owner,
                programs.stream()
                        .map(program -> new LoadedProgram(owner, program))
                        .toList(),
                made);
    }
}
