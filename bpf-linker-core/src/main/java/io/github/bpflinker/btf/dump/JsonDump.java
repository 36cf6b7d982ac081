package io.github.bpflinker.btf.dump;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfType;
import java.io.IOException;

/**
 * Writes types in the JSON format of {@code bpftool -j btf dump file} (version 7.1): one line with an object whose
 * {@code types} array has one object for each type. Its {@code id}, {@code kind} and {@code name} ({@code (anon)} for
 * an anonymous type) come first, then the fields of the kind with the names of the raw format: {@code type_id}, {@code
 * size}, {@code vlen} and {@code members}, {@code values}, {@code params} or {@code vars}, and so on. The only
 * difference: bpftool sign-extends values of unsigned 32-bit enumerations from 2^31 on to 64 bits.
 */
public final class JsonDump {

    private final Json json;

    private JsonDump(Appendable out) {
        this.json = new Json(out);
    }

    /** Writes the types of {@code btf}, without those of its base. */
    public static void write(Btf btf, Appendable out) throws IOException {
        JsonDump dump = new JsonDump(out);
        dump.json.open('{').key("types").open('[');
        for (int id = btf.firstId(); id < btf.typeCount(); id++) {
            dump.type(id, btf.type(id));
        }
        dump.json.close(']').close('}');
        out.append('\n');
    }

    private void type(int id, BtfType type) throws IOException {
        json.open('{')
                .number("id", id)
                .string("kind", type.kind().name())
                .string("name", BpftoolTerms.name(type.name()));
        switch (type.kind()) {
            case INT -> integer((BtfType.Int) type);
            case ARRAY -> array((BtfType.Array) type);
            case STRUCT, UNION -> composite((BtfType.Composite) type);
            case ENUM, ENUM64 -> enumeration((BtfType.Enumeration) type);
            case FWD -> json.string("fwd_kind", BpftoolTerms.fwdKind((BtfType.Fwd) type));
            case FUNC_PROTO -> prototype((BtfType.FuncProto) type);
            case DATASEC -> datasec((BtfType.Datasec) type);
            case FLOAT -> json.number("size", ((BtfType.Float) type).size());
            default -> reference((BtfType.Reference) type);
        }
        json.close('}');
    }

    private void reference(BtfType.Reference type) throws IOException {
        json.number("type_id", type.type());
        switch (type.kind()) {
            case FUNC -> json.string("linkage", BpftoolTerms.linkage(((BtfType.Func) type).linkage()));
            case VAR -> json.string("linkage", BpftoolTerms.linkage(((BtfType.Var) type).linkage()));
            case DECL_TAG -> json.number("component_idx", ((BtfType.DeclTag) type).component());
            default -> {}
        }
    }

    private void integer(BtfType.Int type) throws IOException {
        json.number("size", type.size());
        json.number("bits_offset", type.bitOffset());
        json.number("nr_bits", type.bits());
        json.string("encoding", BpftoolTerms.encoding(type));
    }

    private void array(BtfType.Array type) throws IOException {
        json.number("type_id", type.element());
        json.number("index_type_id", type.index());
        json.number("nr_elems", type.count());
    }

    private void composite(BtfType.Composite type) throws IOException {
        json.number("size", type.size()).number("vlen", type.members().size());
        json.key("members").open('[');
        for (BtfType.Member member : type.members()) {
            json.open('{').string("name", BpftoolTerms.name(member.name()));
            json.number("type_id", member.type()).number("bits_offset", member.bitOffset());
            if (member.bitSize() != 0) {
                json.number("bitfield_size", member.bitSize());
            }
            json.close('}');
        }
        json.close(']');
    }

    private void enumeration(BtfType.Enumeration type) throws IOException {
        json.string("encoding", BpftoolTerms.encoding(type));
        json.number("size", type.size()).number("vlen", type.enumerators().size());
        json.key("values").open('[');
        for (BtfType.Enumerator enumerator : type.enumerators()) {
            json.open('{').string("name", BpftoolTerms.name(enumerator.name()));
            json.key("val").raw(BpftoolTerms.value(type, enumerator)).close('}');
        }
        json.close(']');
    }

    private void prototype(BtfType.FuncProto type) throws IOException {
        json.number("ret_type_id", type.result()).number("vlen", type.params().size());
        json.key("params").open('[');
        for (BtfType.Param param : type.params()) {
            json.open('{').string("name", BpftoolTerms.name(param.name()));
            json.number("type_id", param.type()).close('}');
        }
        json.close(']');
    }

    private void datasec(BtfType.Datasec type) throws IOException {
        json.number("size", type.size()).number("vlen", type.vars().size());
        json.key("vars").open('[');
        for (BtfType.SectionVar variable : type.vars()) {
            json.open('{').number("type_id", variable.type());
            json.number("offset", variable.offset()).number("size", variable.size());
            json.close('}');
        }
        json.close(']');
    }
}
