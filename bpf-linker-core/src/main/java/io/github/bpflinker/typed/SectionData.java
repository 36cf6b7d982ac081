package io.github.bpflinker.typed;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.load.LoadException;
import io.github.bpflinker.load.LoadProblem;
import io.github.bpflinker.load.LoadedMap;
import io.github.bpflinker.load.LoadedObject;
import io.github.bpflinker.load.plan.PlannedMap;
import io.github.bpflinker.map.GlobalMemory;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * The memory of a section of global variables, and where each is in it. Places are those of the object that was loaded, as
 * the variants of an object can differ in them.
 */
public final class SectionData {

    private final String section;
    private final ByteBuffer memory;
    private final Map<String, BtfType.SectionVar> places;

    private SectionData(String section, ByteBuffer memory, Map<String, BtfType.SectionVar> places) {
        this.section = section;
        this.memory = memory;
        this.places = places;
    }

    /** Of a loaded object: the memory that programs use. */
    static SectionData of(LoadedObject object, Btf types, String section) {
        LoadedMap map = object.map(section);
        if (!GlobalMemory.isShared(map)) {
            throw new LoadException(new LoadProblem.Unsuitable("this kernel does not share the memory of section '"
                    + section + "' of object '" + object.name()
                    + "'; it takes Linux 5.5, or reading its map with BpfMap.ofBytes"));
        }
        return new SectionData(section, GlobalMemory.of(map), places(types, map.plan()));
    }

    /** Of an object that will be loaded: a copy of what it begins with. */
    static SectionData of(PlannedMap map, Btf types) {
        return new SectionData(map.name(), Memory.of(map.contents().toArray()), places(types, map));
    }

    private static Map<String, BtfType.SectionVar> places(Btf types, PlannedMap map) {
        Map<String, BtfType.SectionVar> places = new HashMap<>();
        if (map.valueType() != 0 && types.type(map.valueType()) instanceof BtfType.Datasec section) {
            section.vars().forEach(each -> places.put(types.type(each.type()).name(), each));
        }
        return places;
    }

    ByteBuffer memory() {
        return memory;
    }

    /** A copy of the memory. */
    byte[] toBytes() {
        return Memory.bytes(memory, 0, memory.capacity());
    }

    /** Where a variable begins; -1 if the object does not have it, or has another one of that name. */
    int place(String variable, int size) {
        BtfType.SectionVar place = places.get(variable);
        return place == null || place.size() != size ? -1 : (int) place.offset();
    }

    @Override
    public String toString() {
        return "section " + section;
    }
}
