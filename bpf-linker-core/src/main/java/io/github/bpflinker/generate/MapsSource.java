package io.github.bpflinker.generate;

import io.github.bpflinker.load.MapInfo;
import io.github.bpflinker.load.plan.MapShape;
import io.github.bpflinker.load.plan.MapTypes;
import io.github.bpflinker.load.plan.PlannedMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes the class with a method for each map. */
final class MapsSource {

    private static final String WRAP = "\n        ";

    private final ObjectModel model;
    private final Shapes shapes;

    MapsSource(ObjectModel model) {
        this.model = model;
        this.shapes = new Shapes(model.catalog());
        // Names of classes must not depend on the order in which sources are written.
        maps().forEach(map -> {
            shape(map, true);
            shape(map, false);
        });
    }

    private List<PlannedMap> maps() {
        return model.plan().maps().stream()
                .filter(map -> !map.kind().isGlobalData())
                .toList();
    }

    /** How the value of a map is made. */
    private record Accessor(String type, String maker, boolean owned) {}

    /** A field and the method that has its value. */
    private record Field(PlannedMap map, String name, Accessor accessor) {}

    void write(Imports imports, SourceText text) {
        Scope scope = new Scope(Set.of());
        List<Field> fields = maps().stream()
                .map(map -> new Field(map, scope.unique(JavaNames.ofMember(map.name())), accessor(map, imports)))
                .toList();
        text.gap().doc("The maps of the object.").add("public static final class Maps {");
        fields.forEach(each -> text.add(
                "private final " + imports.typed("Lazy") + "<" + each.accessor().type() + "> " + each.name() + ";"));
        text.gap().add("private Maps(" + model.name().simple() + " object) {");
        fields.forEach(each -> text.add("this." + each.name() + " = object."
                + (each.accessor().owned() ? "owned" : "lazy") + "(() -> "
                + each.accessor().maker() + ");"));
        text.add("}");
        for (Field each : fields) {
            text.gap()
                    .doc("Map {@code " + each.map().name() + "}, "
                            + MapInfo.typeName(each.map().shape().type()) + ".");
            text.add("public " + each.accessor().type() + " " + each.name() + "() {\nreturn " + each.name()
                    + ".get();\n}");
        }
        text.add("}");
    }

    private Accessor accessor(PlannedMap map, Imports imports) {
        String loaded = "object.object().map(\"" + map.name() + "\")";
        int type = map.shape().type();
        if (ObjectModel.hasEvents(map)) {
            String events = imports.typed("Events") + (type == MapShape.RINGBUF ? ".ofRingBuffer(" : ".ofPerfEvents(")
                    + loaded + ")";
            ClassName carried = model.events().get(map.name());
            if (carried == null) {
                return new Accessor(imports.typed("Events"), events, true);
            }
            String struct = imports.generated(carried);
            return new Accessor(
                    imports.typed("TypedEvents") + "<" + struct + ", " + struct + ".View>",
                    events + ".as(" + struct + ".TYPE)",
                    true);
        }
        if (type == MapShape.USER_RINGBUF) {
            String ring = imports.library("events.UserRingBuffer");
            return new Accessor(ring, ring + ".of(" + loaded + ")", true);
        }
        if (type == MapShape.STRUCT_OPS) {
            String operations = imports.typed("OperationsMap");
            return new Accessor(operations, "new " + operations + "(" + loaded + ", object.links())", false);
        }
        if (type == MapShape.ARENA || type == MapShape.INSN_ARRAY) {
            return new Accessor(imports.library("load.LoadedMap"), loaded, false);
        }
        return elements(map, imports, loaded);
    }

    private Accessor elements(PlannedMap map, Imports imports, String loaded) {
        int type = map.shape().type();
        ValueShape key = new ValueShape(shape(map, true), imports);
        ValueShape value = new ValueShape(shape(map, false), imports);
        if (type == MapTypes.QUEUE || type == MapTypes.STACK || type == MapTypes.BLOOM_FILTER) {
            String view = imports.library(type == MapTypes.BLOOM_FILTER ? "map.BpfBloomFilter" : "map.BpfQueue");
            return new Accessor(
                    view + "<" + value.type() + ">", view + ".of(" + loaded + ", " + value.codec() + ")", false);
        }
        if (map.shape().isMapOfMaps() || MapTypes.OF_SOCKETS.contains(type)) {
            String view = imports.library(map.shape().isMapOfMaps() ? "map.MapOfMaps" : "map.SocketMap");
            return new Accessor(
                    view + "<" + key.type() + ">", view + ".of(" + loaded + ", " + key.codec() + ")", false);
        }
        String view = imports.library("map.BpfMap");
        boolean each = MapTypes.PER_PROCESSOR.contains(type);
        String values = each ? imports.use("java.util.List") + "<" + value.type() + ">" : value.type();
        return new Accessor(
                view + "<" + key.type() + ", " + values + ">",
                view + (each ? ".ofProcessors(" : ".of(") + WRAP + loaded + "," + WRAP + key.codec() + "," + WRAP
                        + value.codec() + ")",
                false);
    }

    private Shape shape(PlannedMap map, boolean key) {
        int size = key ? map.shape().keySize() : map.shape().valueSize();
        int id = key ? map.keyType() : map.valueType();
        Shape bytes = size == Integer.BYTES ? new Shape.Scalar(NumberKind.S32) : new ArrayShape.Bytes(size);
        int type = map.shape().type();
        boolean array = MapTypes.ARRAYS.contains(type) || MapTypes.ARRAYS_OF_SOCKETS.contains(type);
        boolean position = key && size == Integer.BYTES && array;
        Optional<Shape> described = id == 0
                ? Optional.empty()
                : shapes.of(id, unnamed -> model.catalog().classOf(unnamed, map.name() + (key ? "_key" : "_value")));
        Shape found = described.filter(shape -> shape.size() == size).orElse(bytes);
        return position && found instanceof Shape.Scalar ? new Shape.Scalar(NumberKind.S32) : found;
    }
}
