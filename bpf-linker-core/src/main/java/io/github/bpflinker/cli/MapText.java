package io.github.bpflinker.cli;

import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.load.KernelMap;
import io.github.bpflinker.load.MapInfo;
import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.map.BpfMap;
import io.github.bpflinker.map.BpfQueue;
import io.github.bpflinker.map.Codecs;
import io.github.bpflinker.map.TypedValues;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A map's elements as people read and write them. */
final class MapText {

    private static final Set<String> QUEUES = Set.of("queue", "stack");
    private static final Set<String> WITHOUT_ELEMENTS =
            Set.of("queue", "stack", "bloom_filter", "ringbuf", "user_ringbuf", "arena", "struct_ops");

    private final KernelMap map;
    private final MapInfo info;
    private final Optional<TypedValues> types;
    private final int processors;

    /**
     * An element.
     *
     * @param key in terms of the map's BTF
     * @param value likewise; a list, if each processor has one
     */
    record Element(JsonValue key, JsonValue value) {

        String line() {
            return plain(key) + ": " + plain(value);
        }

        JsonValue json(String change) {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            String what =
                    switch (change) {
                        case "+" -> "added";
                        case "-" -> "removed";
                        case "=" -> "changed";
                        default -> "present";
                    };
            members.put("change", JsonValue.of(what));
            members.put("key", key);
            members.put("value", value);
            return new JsonValue.JsonObject(members);
        }
    }

    private MapText(KernelMap map, Optional<TypedValues> types, int processors) {
        this.map = map;
        this.info = map.info();
        this.types = types;
        this.processors = processors;
    }

    static MapText of(RunningKernel kernel, KernelMap map) {
        boolean each = map.info().typeName().startsWith("percpu")
                || map.info().typeName().startsWith("lru_percpu");
        return new MapText(map, TypedValues.of(kernel, map.info()), each ? kernel.possibleCpus() : 0);
    }

    /** Text without quotes, if that is all it is. */
    static String plain(JsonValue value) {
        return value.asText().orElseGet(value::toString);
    }

    String head() {
        return info.name() + ": " + info.typeName() + ", id " + info.id() + ", " + info.keySize() + "-byte keys, "
                + info.valueSize() + "-byte values, max_entries " + info.maxEntries();
    }

    JsonValue json() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("id", JsonValue.of(info.id()));
        members.put("name", JsonValue.of(info.name()));
        members.put("type", JsonValue.of(info.typeName()));
        members.put("keySize", JsonValue.of(info.keySize()));
        members.put("valueSize", JsonValue.of(info.valueSize()));
        members.put("maxEntries", JsonValue.of(info.maxEntries()));
        List<JsonValue> elements = new ArrayList<>();
        for (Element element : elements()) {
            elements.add(new JsonValue.JsonObject(Map.of("key", element.key(), "value", element.value())));
        }
        members.put("elements", JsonValue.of(elements));
        return new JsonValue.JsonObject(members);
    }

    /** All elements; none for maps whose elements can't be listed. */
    List<Element> elements() {
        List<Element> elements = new ArrayList<>();
        if (!WITHOUT_ELEMENTS.contains(info.typeName())) {
            BpfMap.ofBytes(map).forEach((key, value) -> elements.add(new Element(text(key), values(value))));
        }
        return elements;
    }

    private JsonValue text(byte[] key) {
        return types.map(known -> known.key(key)).orElseGet(() -> hex(key));
    }

    private JsonValue values(byte[] bytes) {
        if (processors == 0) {
            return value(bytes);
        }
        List<JsonValue> values = new ArrayList<>();
        int stride = bytes.length / processors;
        for (int i = 0; i < processors; i++) {
            byte[] one = new byte[info.valueSize()];
            System.arraycopy(bytes, i * stride, one, 0, one.length);
            values.add(value(one));
        }
        return JsonValue.of(values);
    }

    private JsonValue value(byte[] bytes) {
        return types.map(known -> known.value(bytes)).orElseGet(() -> hex(bytes));
    }

    private static JsonValue hex(byte[] bytes) {
        return JsonValue.of(HexFormat.of().formatHex(bytes));
    }

    /** What a user typed: JSON, or text that needs no quotes. */
    private static JsonValue parse(String word) {
        boolean json = !word.isEmpty() && "{[\"-0123456789".indexOf(word.charAt(0)) >= 0 && !word.startsWith("0x");
        return json || word.equals("true") || word.equals("false") ? JsonValue.parse(word) : JsonValue.of(word);
    }

    private static byte[] digits(String word, int size, String what) {
        byte[] bytes = HexFormat.of().parseHex(word.startsWith("0x") ? word.substring(2) : word);
        if (bytes.length != size) {
            throw new IllegalArgumentException(what + " of this map have " + size + " bytes, and no BTF: give "
                    + 2 * size + " hexadecimal digits");
        }
        return bytes;
    }

    byte[] key(String word) {
        return types.isPresent() ? types.get().key(parse(word)) : digits(word, info.keySize(), "keys");
    }

    Optional<JsonValue> find(byte[] key) {
        return BpfMap.ofBytes(map).lookup(key).map(this::values);
    }

    Optional<JsonValue> peek() {
        if (!QUEUES.contains(info.typeName())) {
            throw new IllegalArgumentException("map get needs a key");
        }
        return BpfQueue.of(map, Codecs.bytes(info.valueSize())).peek().map(this::value);
    }

    /** Sets a value, or some of its fields; on all processors, where each has one. */
    void set(byte[] key, String word) {
        BpfMap<byte[], byte[]> bytes = BpfMap.ofBytes(map);
        int stride = (info.valueSize() + 7) / 8 * 8;
        byte[] before = bytes.lookup(key).orElse(new byte[processors == 0 ? info.valueSize() : stride * processors]);
        for (int i = 0; i < Math.max(1, processors); i++) {
            byte[] one = new byte[info.valueSize()];
            System.arraycopy(before, i * stride * Math.min(1, processors), one, 0, one.length);
            byte[] changed =
                    types.isPresent() ? types.get().value(parse(word), one) : digits(word, info.valueSize(), "values");
            System.arraycopy(changed, 0, before, i * stride, changed.length);
        }
        bytes.update(key, before);
    }

    boolean delete(byte[] key) {
        return BpfMap.ofBytes(map).delete(key);
    }
}
