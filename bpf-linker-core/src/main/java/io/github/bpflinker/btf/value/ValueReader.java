package io.github.bpflinker.btf.value;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.json.JsonValue;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads values. Structs and unions become objects, with the members of anonymous ones inside among their own; arrays become
 * lists, those of characters text up to the first zero if all of it is printable; enumerators their names, where one has that
 * value; pointers hexadecimal text; everything else numbers. Thread-safe.
 */
public final class ValueReader {

    private final Btf btf;

    /** For the types of this BTF. */
    public ValueReader(Btf btf) {
        this.btf = btf;
    }

    /**
     * Reads a value.
     *
     * @param type its id
     * @param bytes in the byte order of the machine that wrote it
     * @param at where it begins
     * @throws IndexOutOfBoundsException if the value is longer than the bytes
     */
    public JsonValue read(int type, ByteBuffer bytes, int at) {
        BtfType stripped = btf.type(strip(type));
        if (stripped instanceof BtfType.Int number) {
            return number(number, bytes, at * 8L + number.bitOffset(), number.bits());
        }
        if (stripped instanceof BtfType.Composite composite) {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            readMembers(composite, bytes, at, members);
            return new JsonValue.JsonObject(members);
        }
        if (stripped instanceof BtfType.Array array) {
            return array(array, bytes, at);
        }
        if (stripped instanceof BtfType.Enumeration enumeration) {
            return enumerator(enumeration, bits(bytes, at * 8L, (int) enumeration.size() * 8, enumeration.signed()));
        }
        if (stripped instanceof BtfType.Float real) {
            return real.size() == Float.BYTES
                    ? new JsonValue.JsonNumber(Float.toString(bytes.getFloat(at)))
                    : new JsonValue.JsonNumber(Double.toString(bytes.getDouble(at)));
        }
        if (stripped instanceof BtfType.Ptr) {
            return JsonValue.of(
                    "0x" + bits(bytes, at * 8L, btf.pointerSize() * 8, false).toString(16));
        }
        if (stripped instanceof BtfType.Datasec section) {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            for (BtfType.SectionVar variable : section.vars()) {
                BtfType.Reference named = (BtfType.Reference) btf.type(variable.type());
                members.put(named.name(), read(named.type(), bytes, at + (int) variable.offset()));
            }
            return new JsonValue.JsonObject(members);
        }
        return new JsonValue.Null();
    }

    /** Variables stand for their types. */
    private int strip(int type) {
        int stripped = btf.strip(type);
        return btf.type(stripped) instanceof BtfType.Var variable ? btf.strip(variable.type()) : stripped;
    }

    private void readMembers(BtfType.Composite composite, ByteBuffer bytes, int at, Map<String, JsonValue> members) {
        for (BtfType.Member member : composite.members()) {
            int place = at + (int) (member.bitOffset() / 8);
            BtfType type = btf.type(btf.strip(member.type()));
            if (member.name().isEmpty() && type instanceof BtfType.Composite inside) {
                readMembers(inside, bytes, place, members);
            } else if (member.bitSize() > 0) {
                members.put(member.name(), bitField(type, bytes, at * 8L + member.bitOffset(), member.bitSize()));
            } else if (!member.name().isEmpty()) {
                members.put(member.name(), read(member.type(), bytes, place));
            }
        }
    }

    private static JsonValue bitField(BtfType type, ByteBuffer bytes, long bit, int size) {
        if (type instanceof BtfType.Enumeration enumeration) {
            return enumerator(enumeration, bits(bytes, bit, size, enumeration.signed()));
        }
        return type instanceof BtfType.Int number ? number(number, bytes, bit, size) : new JsonValue.Null();
    }

    private static JsonValue number(BtfType.Int type, ByteBuffer bytes, long bit, int size) {
        BigInteger value = bits(bytes, bit, size, (type.encoding() & BtfType.Int.SIGNED) != 0);
        return (type.encoding() & BtfType.Int.BOOL) != 0
                ? JsonValue.of(value.signum() != 0)
                : new JsonValue.JsonNumber(value.toString());
    }

    private static JsonValue enumerator(BtfType.Enumeration enumeration, BigInteger value) {
        for (BtfType.Enumerator each : enumeration.enumerators()) {
            if (each.value() == value.longValue()) {
                return JsonValue.of(each.name());
            }
        }
        return new JsonValue.JsonNumber(value.toString());
    }

    private JsonValue array(BtfType.Array array, ByteBuffer bytes, int at) {
        BtfType element = btf.type(btf.strip(array.element()));
        int size = (int) btf.sizeOf(array.element()).orElse(0);
        if (Characters.isCharacter(element) && array.count() > 0) {
            byte[] text = new byte[(int) array.count()];
            bytes.get(at, text);
            if (Characters.isText(text)) {
                return JsonValue.of(new String(text, 0, Characters.length(text), StandardCharsets.UTF_8));
            }
        }
        List<JsonValue> values = new ArrayList<>();
        for (int i = 0; i < array.count(); i++) {
            values.add(read(array.element(), bytes, at + i * size));
        }
        return JsonValue.of(values);
    }

    /** A number of up to 16 bytes out of little-endian or big-endian memory. */
    private static BigInteger bits(ByteBuffer bytes, long bit, int size, boolean signed) {
        int first = (int) (bit / 8);
        int last = (int) ((bit + size + 7) / 8);
        BigInteger value = BigInteger.ZERO;
        boolean little = bytes.order().equals(ByteOrder.LITTLE_ENDIAN);
        for (int i = first; i < last; i++) {
            int at = little ? last - 1 - (i - first) : i;
            value = value.shiftLeft(8).or(BigInteger.valueOf(bytes.get(at) & 0xff));
        }
        int shift = little ? (int) (bit - first * 8L) : (int) (last * 8L - bit - size);
        value = value.shiftRight(shift).and(BigInteger.ONE.shiftLeft(size).subtract(BigInteger.ONE));
        return signed && size > 0 && value.testBit(size - 1) ? value.subtract(BigInteger.ONE.shiftLeft(size)) : value;
    }

    @Override
    public String toString() {
        return "values of " + btf.name();
    }
}
