package io.github.bpflinker.link.marker;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfType;
import java.util.ArrayList;
import java.util.List;

/** Writes BTF types as debug information in LLVM's IR, from which code generation writes BTF again. */
final class DebugInfoText {

    private final Btf types;
    private final int first;
    private final StringBuilder text = new StringBuilder();
    private int next;

    private DebugInfoText(Btf types, int first) {
        this.types = types;
        this.first = first;
        this.next = first + types.typeCount();
    }

    /**
     * The nodes of all types.
     *
     * @param first the number of the node before that of type 1; those from there on must be free
     */
    static String of(Btf types, int first) {
        DebugInfoText writer = new DebugInfoText(types, first);
        for (int id = 1; id < types.typeCount(); id++) {
            writer.write(id, types.type(id));
        }
        return writer.text.toString();
    }

    /** A reference to the node of a type. */
    static String node(int id, int first) {
        return id == 0 ? "null" : "!" + (first + id);
    }

    private String node(int id) {
        return node(id, first);
    }

    private void write(int id, BtfType type) {
        String own = node(id);
        if (type instanceof BtfType.Int number) {
            line(
                    own,
                    "!DIBasicType(" + name(number) + "size: " + number.size() * Byte.SIZE + ", encoding: "
                            + encoding(number) + ")");
        } else if (type instanceof BtfType.Float number) {
            line(
                    own,
                    "!DIBasicType(" + name(number) + "size: " + number.size() * Byte.SIZE
                            + ", encoding: DW_ATE_float)");
        } else if (type instanceof BtfType.Ptr pointer) {
            line(own, derived("pointer_type", "", pointer.type()) + ", size: 64)");
        } else if (type instanceof BtfType.Typedef typedef) {
            line(own, derived("typedef", name(typedef), typedef.type()) + ")");
        } else if (type instanceof BtfType.Fwd forward) {
            line(
                    own,
                    "!DICompositeType(tag: " + compositeTag(forward.union()) + ", " + name(forward)
                            + "flags: DIFlagFwdDecl)");
        } else if (type instanceof BtfType.Array array) {
            long size = types.sizeOf(id).orElse(0) * Byte.SIZE;
            String bounds = tuple(List.of("!DISubrange(count: " + array.count() + ")"));
            line(
                    own,
                    "!DICompositeType(tag: DW_TAG_array_type, baseType: " + node(array.element()) + ", size: " + size
                            + ", elements: " + bounds + ")");
        } else if (type instanceof BtfType.Composite composite) {
            composite(own, composite);
        } else if (type instanceof BtfType.Enumeration values) {
            enumeration(own, values);
        } else if (type instanceof BtfType.FuncProto prototype) {
            List<String> signature = new ArrayList<>();
            signature.add(node(prototype.result()));
            prototype.params().forEach(parameter -> signature.add(node(parameter.type())));
            line(own, "!DISubroutineType(types: " + references(signature) + ")");
        } else {
            throw new IllegalArgumentException("no local type is a " + type.kind());
        }
    }

    private void composite(String own, BtfType.Composite composite) {
        List<String> members = new ArrayList<>();
        for (BtfType.Member member : composite.members()) {
            long size = member.bitSize() > 0
                    ? member.bitSize()
                    : types.sizeOf(member.type()).orElse(0) * Byte.SIZE;
            String bitField = member.bitSize() > 0 ? ", flags: DIFlagBitField, extraData: i64 0" : "";
            members.add(derived("member", name(member.name()), member.type()) + ", scope: " + own + ", size: " + size
                    + ", offset: " + member.bitOffset() + bitField + ")");
        }
        line(
                own,
                "distinct !DICompositeType(tag: " + compositeTag(composite instanceof BtfType.Union) + ", "
                        + name(composite) + "size: " + composite.size() * Byte.SIZE + ", elements: " + tuple(members)
                        + ")");
    }

    private void enumeration(String own, BtfType.Enumeration values) {
        List<String> enumerators = new ArrayList<>();
        String unsigned = values.signed() ? "" : ", isUnsigned: true";
        for (BtfType.Enumerator enumerator : values.enumerators()) {
            String value =
                    values.signed() ? Long.toString(enumerator.value()) : Long.toUnsignedString(enumerator.value());
            enumerators.add("!DIEnumerator(" + name(enumerator.name()) + "value: " + value + unsigned + ")");
        }
        String base = add("!DIBasicType(name: \"" + (values.signed() ? "i" : "u") + values.size() * Byte.SIZE
                + "\", size: " + values.size() * Byte.SIZE + ", encoding: DW_ATE_"
                + (values.signed() ? "signed" : "unsigned") + ")");
        line(
                own,
                "distinct !DICompositeType(tag: DW_TAG_enumeration_type, " + name(values) + "baseType: " + base
                        + ", size: " + values.size() * Byte.SIZE + ", elements: " + tuple(enumerators) + ")");
    }

    private String derived(String tag, String name, int base) {
        return "!DIDerivedType(tag: DW_TAG_" + tag + ", " + name + "baseType: " + node(base);
    }

    private static String compositeTag(boolean union) {
        return union ? "DW_TAG_union_type" : "DW_TAG_structure_type";
    }

    private static String encoding(BtfType.Int number) {
        if ((number.encoding() & BtfType.Int.BOOL) != 0) {
            return "DW_ATE_boolean";
        }
        String sign = (number.encoding() & BtfType.Int.SIGNED) != 0 ? "signed" : "unsigned";
        return "DW_ATE_" + sign + (number.size() == 1 ? "_char" : "");
    }

    private static String name(BtfType type) {
        return name(type.name());
    }

    private static String name(String name) {
        return name.isEmpty() ? "" : "name: \"" + name + "\", ";
    }

    private String tuple(List<String> nodes) {
        return references(nodes.stream().map(this::add).toList());
    }

    private String references(List<String> nodes) {
        return add("!{" + String.join(", ", nodes) + "}");
    }

    private String add(String node) {
        String number = "!" + next++;
        line(number, node);
        return number;
    }

    private void line(String number, String node) {
        text.append(number).append(" = ").append(node).append('\n');
    }
}
