package io.github.bpflinker.generate;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.load.plan.LoadPlan;
import io.github.bpflinker.load.plan.MapShape;
import io.github.bpflinker.load.plan.PlanException;
import io.github.bpflinker.load.plan.PlanOptions;
import io.github.bpflinker.load.plan.PlannedMap;
import io.github.bpflinker.load.plan.Planner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * An object that a class is written for.
 *
 * @param name of its class
 * @param label its name
 * @param resources of its variants
 * @param events the type of the records of ring buffers and perf event arrays, as far as it is known
 * @param lacks by those of the options' types that the object does not have, what it lacks
 */
record ObjectModel(
        ClassName name,
        String label,
        List<String> resources,
        LoadPlan plan,
        TypeCatalog catalog,
        Map<String, ClassName> events,
        Map<String, Lack> lacks) {

    /**
     * Why an object has not what is asked for.
     *
     * @param typed whether it has the type, and only lacks the map that carries it
     */
    record Lack(boolean typed, String sentence) {}

    ObjectModel {
        resources = List.copyOf(resources);
        events = Map.copyOf(events);
        lacks = Map.copyOf(lacks);
    }

    /**
     * Plans an object and finds the types that it names.
     *
     * @throws GenerateException if it can't be planned, or has no BTF
     */
    static ObjectModel of(ObjectSource source, GenerateOptions options) {
        LoadPlan plan = plan(source);
        Btf btf = plan.btf()
                .orElseThrow(() -> new GenerateException("object '" + source.name()
                        + "' has no BTF, from which classes get their types; compile C with -g and link with --btf (in a"
                        + " POM <btf>true</btf>), and crates with debug = 2"))
                .types();
        Scope classes = Scope.ofClasses(Imports.RESERVED);
        ClassName name = new ClassName("", classes.unique(JavaNames.ofClass(source.name()), "Object"));
        TypeCatalog catalog = new TypeCatalog(btf, classes);
        Map<String, Lack> lacks = new HashMap<>();
        Map<String, ClassName> events = events(plan, catalog, options.types(), source.name(), lacks);
        List<String> resources =
                source.variants().stream().map(ObjectSource.Variant::resource).toList();
        return new ObjectModel(name, source.name(), resources, plan, catalog, events, lacks);
    }

    private static LoadPlan plan(ObjectSource source) {
        try {
            return Planner.plan(source.variants().get(0).object(), PlanOptions.none());
        } catch (PlanException e) {
            throw new GenerateException(
                    "no classes can be generated for object '" + source.name() + "': " + e.getMessage(), e);
        }
    }

    /** Types by the maps whose records have them: those that options name, then the only one that a variable points to. */
    private static Map<String, ClassName> events(
            LoadPlan plan, TypeCatalog catalog, List<String> types, String object, Map<String, Lack> lacks) {
        Map<String, ClassName> events = new HashMap<>();
        List<String> buffers = plan.maps().stream()
                .filter(ObjectModel::hasEvents)
                .map(PlannedMap::name)
                .toList();
        List<String> maps = new ArrayList<>(buffers);
        Set<Integer> pointed = pointedTo(plan, catalog.btf());
        for (String type : types) {
            int equals = type.indexOf('=');
            String map = type.substring(0, Math.max(0, equals)).strip();
            String struct = type.substring(equals + 1).strip();
            OptionalInt id = catalog.find(struct);
            if (id.isEmpty()) {
                String sentence =
                        "object '" + object + "' has no struct, union, enumeration or typedef of one '" + struct
                                + "' in its BTF; compilers leave out what no map, variable or function has: add a variable such"
                                + " as 'const struct " + struct + " *unused __attribute__((unused));' to its source";
                lacks.put(type, new Lack(false, sentence));
            } else if (equals < 0) {
                catalog.classOf(id.getAsInt());
                pointed.add(id.getAsInt());
            } else if (maps.remove(map)) {
                events.put(map, catalog.classOf(id.getAsInt()));
            } else {
                String sentence = "object '" + object + "' has no ring buffer or perf event array '" + map
                        + "' to carry '" + struct + "'; it has " + buffers;
                lacks.put(type, new Lack(true, sentence));
            }
        }
        pointed.forEach(catalog::classOf);
        if (maps.size() == 1 && pointed.size() == 1) {
            events.put(maps.get(0), catalog.classOf(pointed.iterator().next()));
        }
        return events;
    }

    /** Whether a map is a ring buffer or a perf event array. */
    static boolean hasEvents(PlannedMap map) {
        return map.shape().type() == MapShape.RINGBUF || map.shape().type() == MapShape.PERF_EVENT_ARRAY;
    }

    /** The structs and unions of variables that are there for them: the way to say what a ring buffer carries. */
    private static Set<Integer> pointedTo(LoadPlan plan, Btf btf) {
        Set<Integer> found = new LinkedHashSet<>();
        for (PlannedMap map : plan.maps()) {
            if (map.kind().isGlobalData() && btf.type(map.valueType()) instanceof BtfType.Datasec section) {
                section.vars().forEach(each -> target(btf, each.type()).ifPresent(found::add));
            }
        }
        return found;
    }

    /** The struct or union that a variable points to, or has if its name says that it is not used. */
    static Optional<Integer> target(Btf btf, int variable) {
        if (!(btf.type(variable) instanceof BtfType.Var named)) {
            return Optional.empty();
        }
        int type = btf.strip(named.type());
        if (btf.type(type) instanceof BtfType.Ptr pointer) {
            type = btf.strip(pointer.type());
        } else if (!isUnused(named.name())) {
            return Optional.empty();
        }
        return btf.type(type) instanceof BtfType.Composite ? Optional.of(type) : Optional.empty();
    }

    /** Whether a variable is there only to have a type described. */
    static boolean isUnused(String variable) {
        return variable.toLowerCase(Locale.ROOT).matches("_*unused.*");
    }
}
