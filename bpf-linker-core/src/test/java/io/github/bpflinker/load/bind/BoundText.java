package io.github.bpflinker.load.bind;

import io.github.bpflinker.load.plan.Bytes;
import io.github.bpflinker.load.plan.MapShape;
import io.github.bpflinker.load.plan.PlannedMap;
import io.github.bpflinker.load.plan.PlannedProgram;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a kernel gets of an object, line by line, as the C program of the comparison with libbpf prints it. */
public final class BoundText {

    private final BoundObject object;
    private final List<String> lines = new ArrayList<>();
    private final Map<Object, Integer> maps = new HashMap<>();

    private BoundText(BoundObject object) {
        this.object = object;
    }

    public static List<String> of(BoundObject object) {
        BoundText text = new BoundText(object);
        object.maps().forEach(text::map);
        for (int i = 0; i < object.plan().programs().size(); i++) {
            text.program(i);
        }
        text.btf(object.btf());
        return text.lines;
    }

    private void map(BoundMap map) {
        MapShape shape = map.shape();
        boolean named = map.plan().kind() == PlannedMap.Kind.KCONFIG
                || map.plan().kind() == PlannedMap.Kind.BSS
                || map.plan().name().equals(".data")
                || map.plan().name().equals(".rodata");
        lines.add(String.format(
                "MAP %s type %d key %d value %d max %s flags %x extra %x numa %d btf %d %d create %d pin %s",
                named ? map.plan().kernelName() : map.plan().name(),
                shape.type(),
                shape.keySize(),
                shape.valueSize(),
                Integer.toUnsignedString(shape.maxEntries()),
                shape.flags(),
                shape.extra(),
                shape.numaNode(),
                map.keyType(),
                map.valueType(),
                map.create() ? 1 : 0,
                map.plan().pinnedByName() ? "yes" : "no"));
    }

    private void program(int place) {
        PlannedProgram plan = object.plan().programs().get(place);
        BoundProgram bound = object.programs().stream()
                .filter(program -> program.place() == place)
                .findFirst()
                .orElse(null);
        lines.add(String.format(
                "PROG %s type %d attach %d load %d",
                plan.name(),
                plan.type(),
                bound == null ? plan.attachType() : bound.attachType(),
                bound == null ? 0 : 1));
        if (bound != null) {
            code(bound);
        }
    }

    private void code(BoundProgram program) {
        ByteBuffer code = program.code().buffer().order(ByteOrder.LITTLE_ENDIAN);
        long[] units = new long[code.limit() / 8];
        for (int i = 0; i < units.length; i++) {
            units[i] = code.getLong(8 * i);
        }
        // In the order of the program, as descriptors are numbered by first use.
        Map<Integer, Object> uses = new TreeMap<>();
        program.maps().forEach(use -> uses.put(use.at(), use.map()));
        program.jumpTables().forEach(use -> uses.put(use.at(), program.place() + ":" + use.table()));
        uses.forEach((at, map) -> {
            long number = maps.computeIfAbsent(map, m -> maps.size());
            units[at] = (units[at] & 0xffff_ffffL) | (number << 32);
        });
        StringBuilder line = new StringBuilder("CODE");
        for (long unit : units) {
            line.append(String.format(" %016x", unit));
        }
        lines.add(line.toString());
    }

    private void btf(Bytes btf) {
        if (!btf.isEmpty()) {
            long hash = 0xcbf29ce484222325L;
            for (int i = 0; i < btf.size(); i++) {
                hash = (hash ^ Byte.toUnsignedInt(btf.get(i))) * 1099511628211L;
            }
            lines.add(String.format("BTF %d %016x", btf.size(), hash));
        }
    }
}
