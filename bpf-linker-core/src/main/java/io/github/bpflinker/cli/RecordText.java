package io.github.bpflinker.cli;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.value.ValueReader;
import io.github.bpflinker.events.Event;
import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.load.LoadedObject;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records of a ring buffer in the terms of the object's BTF, which does not say what is in which buffer. */
final class RecordText {

    private final Optional<Btf> types;
    private final String map;
    private final Optional<String> wanted;

    private RecordText(Optional<Btf> types, String map, Optional<String> wanted) {
        this.types = types;
        this.map = map;
        this.wanted = wanted;
    }

    /**
     * For one ring buffer.
     *
     * @param wanted the name of the struct, if the user gave one
     */
    static RecordText of(LoadedObject object, String map, Optional<String> wanted) {
        RecordText text = new RecordText(object.types(), map, wanted);
        if (wanted.isPresent()
                && text.structs(-1).stream().noneMatch(id -> text.name(id).equals(wanted.get()))) {
            throw new UsageException("the BTF of the object has no struct '" + wanted.get() + "'", "bpf-linker run");
        }
        return text;
    }

    JsonValue of(Event event) {
        byte[] bytes = event.toArray();
        Optional<Integer> struct = struct(bytes.length);
        return struct.isPresent()
                ? new ValueReader(types.orElseThrow())
                        .read(struct.get(), ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()), 0)
                : JsonValue.of(HexFormat.of().formatHex(bytes));
    }

    private Optional<Integer> struct(int size) {
        List<Integer> fitting = structs(size);
        List<String> names = wanted.isPresent()
                ? List.of(wanted.get())
                : List.of(map, map.endsWith("s") ? map.substring(0, map.length() - 1) : map, "event");
        for (String name : names) {
            Optional<Integer> named =
                    fitting.stream().filter(id -> name(id).equals(name)).findFirst();
            if (named.isPresent()) {
                return named;
            }
        }
        return wanted.isEmpty() && fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    private String name(int id) {
        return types.map(known -> known.type(id).name()).orElse("");
    }

    /** Named structs of that size; -1 for any. */
    private List<Integer> structs(int size) {
        List<Integer> found = new ArrayList<>();
        types.ifPresent(known -> {
            for (int id = 1; id < known.typeCount(); id++) {
                if (known.type(id) instanceof BtfType.Struct struct
                        && !struct.name().isEmpty()
                        && (size < 0 || struct.size() == size)) {
                    found.add(id);
                }
            }
        });
        return found;
    }

    /** A struct without braces, as {@code pid=1 name=sh}. */
    static String fields(JsonValue value) {
        if (!(value instanceof JsonValue.JsonObject object)) {
            return MapText.plain(value);
        }
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
            text.append(text.isEmpty() ? "" : " ")
                    .append(member.getKey())
                    .append('=')
                    .append(MapText.plain(member.getValue()));
        }
        return text.toString();
    }
}
