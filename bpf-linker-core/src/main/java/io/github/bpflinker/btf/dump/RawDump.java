package io.github.bpflinker.btf.dump;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.text.Printable;
import java.io.IOException;

/** Writes types in the raw format of {@code bpftool btf dump file} (version 7.1), byte for byte. */
public final class RawDump {

    private final Btf btf;
    private final Appendable out;

    private RawDump(Btf btf, Appendable out) {
        this.btf = btf;
        this.out = out;
    }

    /** Writes the types of {@code btf}, without those of its base. */
    public static void write(Btf btf, Appendable out) throws IOException {
        RawDump dump = new RawDump(btf, out);
        for (int id = btf.firstId(); id < btf.typeCount(); id++) {
            dump.type(id);
        }
    }

    private void type(int id) throws IOException {
        BtfType type = btf.type(id);
        text("[").number(id).text("] ").text(type.kind().name()).text(" ").name(type.name());
        switch (type.kind()) {
            case INT -> integer((BtfType.Int) type);
            case ARRAY -> array((BtfType.Array) type);
            case STRUCT, UNION -> composite((BtfType.Composite) type);
            case ENUM, ENUM64 -> enumeration((BtfType.Enumeration) type);
            case FWD -> text(" fwd_kind=").text(BpftoolTerms.fwdKind((BtfType.Fwd) type));
            case FUNC_PROTO -> prototype((BtfType.FuncProto) type);
            case DATASEC -> datasec((BtfType.Datasec) type);
            case FLOAT -> text(" size=").number(((BtfType.Float) type).size());
            default -> reference((BtfType.Reference) type);
        }
        text("\n");
    }

    private void reference(BtfType.Reference type) throws IOException {
        text(" type_id=").number(type.type());
        switch (type.kind()) {
            case FUNC -> text(" linkage=").text(BpftoolTerms.linkage(((BtfType.Func) type).linkage()));
            case VAR -> text(", linkage=").text(BpftoolTerms.linkage(((BtfType.Var) type).linkage()));
            case DECL_TAG -> text(" component_idx=").number(((BtfType.DeclTag) type).component());
            default -> {}
        }
    }

    private void integer(BtfType.Int type) throws IOException {
        text(" size=").number(type.size());
        text(" bits_offset=").number(type.bitOffset());
        text(" nr_bits=").number(type.bits());
        text(" encoding=").text(BpftoolTerms.encoding(type));
    }

    private void array(BtfType.Array type) throws IOException {
        text(" type_id=").number(type.element());
        text(" index_type_id=").number(type.index());
        text(" nr_elems=").number(type.count());
    }

    private void composite(BtfType.Composite type) throws IOException {
        text(" size=").number(type.size());
        text(" vlen=").number(type.members().size());
        for (BtfType.Member member : type.members()) {
            text("\n\t").name(member.name());
            text(" type_id=").number(member.type());
            text(" bits_offset=").number(member.bitOffset());
            if (member.bitSize() != 0) {
                text(" bitfield_size=").number(member.bitSize());
            }
        }
    }

    private void enumeration(BtfType.Enumeration type) throws IOException {
        text(" encoding=").text(BpftoolTerms.encoding(type));
        text(" size=").number(type.size());
        text(" vlen=").number(type.enumerators().size());
        for (BtfType.Enumerator enumerator : type.enumerators()) {
            text("\n\t").name(enumerator.name());
            text(" val=").text(BpftoolTerms.value(type, enumerator)).text(BpftoolTerms.suffix(type));
        }
    }

    private void prototype(BtfType.FuncProto type) throws IOException {
        text(" ret_type_id=").number(type.result());
        text(" vlen=").number(type.params().size());
        for (BtfType.Param param : type.params()) {
            text("\n\t").name(param.name()).text(" type_id=").number(param.type());
        }
    }

    private void datasec(BtfType.Datasec type) throws IOException {
        text(" size=").number(type.size());
        text(" vlen=").number(type.vars().size());
        for (BtfType.SectionVar variable : type.vars()) {
            BtfType target = btf.type(variable.type());
            text("\n\ttype_id=").number(variable.type());
            text(" offset=").number(variable.offset());
            text(" size=").number(variable.size());
            text(" (").text(target.kind().name()).text(" ").name(target.name()).text(")");
        }
    }

    private RawDump name(String name) throws IOException {
        return text("'").text(Printable.line(BpftoolTerms.name(name))).text("'");
    }

    private RawDump text(String text) throws IOException {
        out.append(text);
        return this;
    }

    private RawDump number(long number) throws IOException {
        out.append(Long.toString(number));
        return this;
    }
}
