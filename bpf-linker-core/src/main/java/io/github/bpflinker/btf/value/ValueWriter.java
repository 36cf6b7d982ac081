package io.github.bpflinker.btf.value;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.text.NearestNames;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes values that look as {@link ValueReader} makes them. What an object does not name stays as it is in the memory, so a
 * single field can be set. Numbers can be text in hexadecimal digits after {@code 0x}. Thread-safe.
 */
public final class ValueWriter {

    private final Btf btf;

    /** For the types of this BTF. */
    public ValueWriter(Btf btf) {
        this.btf = btf;
    }

    /**
     * Writes a value.
     *
     * @param type its id
     * @param at where it begins
     * @throws IllegalArgumentException if the value is none of that type; the message says where and why
     */
    public void write(int type, JsonValue value, ByteBuffer bytes, int at) {
        write(type, value, bytes, at, "");
    }

    private void write(int type, JsonValue value, ByteBuffer bytes, int at, String path) {
        int stripped = btf.strip(type);
        BtfType target = btf.type(stripped);
        if (target instanceof BtfType.Var variable) {
            write(variable.type(), value, bytes, at, path);
        } else if (target instanceof BtfType.Composite composite) {
            members(composite, value, bytes, at, path);
        } else if (target instanceof BtfType.Array array) {
            array(array, value, bytes, at, path);
        } else if (target instanceof BtfType.Float real) {
            real(real, value, bytes, at, path);
        } else {
            int size = (int) btf.sizeOf(stripped).orElseThrow(() -> bad(path, "has no value"));
            bits(target, value, bytes, at * 8L, size * 8, path);
        }
    }

    private void members(BtfType.Composite composite, JsonValue value, ByteBuffer bytes, int at, String path) {
        if (!(value instanceof JsonValue.JsonObject object)) {
            throw bad(path, "is a struct or union, as in {\"field\": 1}, and not " + value);
        }
        for (Map.Entry<String, JsonValue> each : object.members().entrySet()) {
            Place place = find(composite, each.getKey(), 0).orElseThrow(() -> unknown(composite, each.getKey(), path));
            String inner = path.isEmpty() ? each.getKey() : path + "." + each.getKey();
            long bit = at * 8L + place.bit();
            if (place.member().bitSize() > 0) {
                BtfType field = btf.type(btf.strip(place.member().type()));
                bits(field, each.getValue(), bytes, bit, place.member().bitSize(), inner);
            } else {
                write(place.member().type(), each.getValue(), bytes, (int) (bit / 8), inner);
            }
        }
    }

    private record Place(BtfType.Member member, long bit) {}

    private Optional<Place> find(BtfType.Composite composite, String name, long bit) {
        for (BtfType.Member member : composite.members()) {
            if (member.name().equals(name)) {
                return Optional.of(new Place(member, bit + member.bitOffset()));
            }
            if (member.name().isEmpty() && btf.type(btf.strip(member.type())) instanceof BtfType.Composite inside) {
                Optional<Place> found = find(inside, name, bit + member.bitOffset());
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private IllegalArgumentException unknown(BtfType.Composite composite, String name, String path) {
        List<String> names = new ArrayList<>();
        for (BtfType.Member member : composite.members()) {
            names.add(member.name());
        }
        List<String> near = NearestNames.of(name, names, 1);
        return bad(
                path,
                "has no field '" + name + "'"
                        + (near.isEmpty() ? "; it has " + names : "; did you mean '" + near.get(0) + "'?"));
    }

    private void array(BtfType.Array array, JsonValue value, ByteBuffer bytes, int at, String path) {
        int size = (int) btf.sizeOf(array.element()).orElse(0);
        Optional<String> text = value.asText();
        if (text.isPresent() && Characters.isCharacter(btf.type(btf.strip(array.element())))) {
            byte[] content = text.get().getBytes(StandardCharsets.UTF_8);
            if (content.length > array.count()) {
                throw bad(path, "holds " + array.count() + " bytes, and '" + text.get() + "' has " + content.length);
            }
            for (int i = 0; i < array.count(); i++) {
                bytes.put(at + i, i < content.length ? content[i] : 0);
            }
            return;
        }
        List<JsonValue> values = value.asList().orElseThrow(() -> bad(path, "is an array, and not " + value));
        if (values.size() > array.count()) {
            throw bad(path, "has " + array.count() + " elements, and not " + values.size());
        }
        for (int i = 0; i < values.size(); i++) {
            write(array.element(), values.get(i), bytes, at + i * size, path + "[" + i + "]");
        }
    }

    private static void real(BtfType.Float real, JsonValue value, ByteBuffer bytes, int at, String path) {
        if (!(value instanceof JsonValue.JsonNumber number)) {
            throw bad(path, "is a number, and not " + value);
        }
        if (real.size() == Float.BYTES) {
            bytes.putFloat(at, Float.parseFloat(number.literal()));
        } else {
            bytes.putDouble(at, Double.parseDouble(number.literal()));
        }
    }

    private static void bits(BtfType type, JsonValue value, ByteBuffer bytes, long bit, int size, String path) {
        BigInteger number = number(type, value, path);
        BigInteger limit = BigInteger.ONE.shiftLeft(size);
        if (number.compareTo(limit) >= 0 || number.compareTo(limit.shiftRight(1).negate()) < 0) {
            throw bad(path, "has " + size + " bits, which do not hold " + number);
        }
        boolean little = bytes.order().equals(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < size; i++) {
            long place = little ? bit + i : bit + size - 1 - i;
            int at = (int) (place / 8);
            int mask = 1 << (little ? place % 8 : 7 - place % 8);
            bytes.put(at, (byte) (number.testBit(i) ? bytes.get(at) | mask : bytes.get(at) & ~mask));
        }
    }

    private static BigInteger number(BtfType type, JsonValue value, String path) {
        Optional<String> text = value.asText();
        if (text.isPresent() && type instanceof BtfType.Enumeration enumeration) {
            for (BtfType.Enumerator each : enumeration.enumerators()) {
                if (each.name().equals(text.get())) {
                    return BigInteger.valueOf(each.value()).mod(BigInteger.ONE.shiftLeft((int) enumeration.size() * 8));
                }
            }
        }
        if (value instanceof JsonValue.Bool bool) {
            return bool.value() ? BigInteger.ONE : BigInteger.ZERO;
        }
        try {
            if (text.isPresent() && text.get().startsWith("0x")) {
                return new BigInteger(text.get().substring(2), 16);
            }
            if (value instanceof JsonValue.JsonNumber number) {
                return new BigInteger(number.literal());
            }
        } catch (NumberFormatException e) {
            throw bad(path, "is an integer, and not " + value);
        }
        if (type instanceof BtfType.Enumeration enumeration) {
            List<String> names = enumeration.enumerators().stream()
                    .map(BtfType.Enumerator::name)
                    .toList();
            throw bad(path, "is one of " + names + ", and not " + value);
        }
        throw bad(path, "is a number, and not " + value);
    }

    private static IllegalArgumentException bad(String path, String reason) {
        return new IllegalArgumentException((path.isEmpty() ? "the value " : "field '" + path + "' ") + reason);
    }
}
