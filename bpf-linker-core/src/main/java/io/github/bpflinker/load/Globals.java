package io.github.bpflinker.load;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfReader;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.load.plan.LoadPlan;
import io.github.bpflinker.load.plan.PlannedMap;
import io.github.bpflinker.text.NearestNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The global variables of an object: the map of each and the position in its contents. */
final class Globals {

    private final Map<String, Place> places = new HashMap<>();

    /**
     * The position of a variable.
     *
     * @param map the name of the map of global data
     * @param offset the offset in the contents, in bytes
     * @param size in bytes
     */
    record Place(String map, int offset, int size) {}

    /** Finds the variables in the BTF of an object. */
    Globals(LoadPlan plan) {
        plan.btf().ifPresent(planned -> {
            Btf btf = BtfReader.read(plan.name(), planned.image().buffer());
            for (PlannedMap map : plan.maps()) {
                if (map.kind().isGlobalData() && map.valueType() != 0) {
                    read(btf, map);
                }
            }
        });
    }

    private void read(Btf btf, PlannedMap map) {
        if (btf.type(map.valueType()) instanceof BtfType.Datasec section) {
            for (BtfType.SectionVar variable : section.vars()) {
                places.put(btf.type(variable.type()).name(), new Place(map.name(), (int) variable.offset(), (int)
                        variable.size()));
            }
        }
    }

    /**
     * Returns the position of a variable.
     *
     * @throws LoadException if there is no variable of that name
     */
    Place find(String variable) {
        Place place = places.get(variable);
        if (place == null) {
            List<String> names = new ArrayList<>(places.keySet());
            List<String> near = NearestNames.of(variable, names, 1);
            throw new LoadException(new LoadProblem.Unsuitable("the object has no global variable '" + variable + "'"
                    + (places.isEmpty()
                            ? " that its BTF describes; link it with --btf"
                            : near.isEmpty() ? "" : "; did you mean '" + near.get(0) + "'?")));
        }
        return place;
    }
}
