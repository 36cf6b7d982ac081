package io.github.bpflinker.btf.dump;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.CoreRelocation;
import java.util.List;

/** Formats the access string of a CO-RE relocation with member names. */
final class CoreAccess {

    private final Btf btf;
    private final CoreRelocation relocation;
    private final int[] path;

    private CoreAccess(Btf btf, CoreRelocation relocation) {
        this.btf = btf;
        this.relocation = relocation;
        this.path = parse();
    }

    /**
     * {@code type.member[3].member} for fields, with anonymous members left out; {@code type.ENUMERATOR} for values of
     * enumerations; else {@code type}.
     */
    static String describe(Btf btf, CoreRelocation relocation) {
        CoreAccess access = new CoreAccess(btf, relocation);
        StringBuilder out = new StringBuilder(access.rootName());
        if (relocation.kind().isField()) {
            access.fields(out);
        } else if (relocation.kind().isEnumerator()) {
            access.enumerator(out);
        }
        return out.toString();
    }

    private int[] parse() {
        String[] parts = relocation.access().split(":", -1);
        int[] numbers = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].matches("\\d{1,9}")) {
                throw contradicts();
            }
            numbers[i] = Integer.parseInt(parts[i]);
        }
        return numbers;
    }

    private String rootName() {
        String name = btf.type(relocation.type()).name();
        return BpftoolTerms.name(
                name.isEmpty() ? btf.type(btf.strip(relocation.type())).name() : name);
    }

    private void fields(StringBuilder out) {
        // The first index treats the root as an array element, as in p[1].
        if (path[0] != 0) {
            out.append('[').append(path[0]).append(']');
        }
        int id = btf.strip(relocation.type());
        for (int i = 1; i < path.length; i++) {
            BtfType type = btf.type(id);
            if (type instanceof BtfType.Composite composite) {
                BtfType.Member member = at(composite.members(), path[i]);
                if (!member.name().isEmpty()) {
                    out.append('.').append(member.name());
                }
                id = btf.strip(member.type());
            } else if (type instanceof BtfType.Array array) {
                out.append('[').append(path[i]).append(']');
                id = btf.strip(array.element());
            } else {
                throw contradicts();
            }
        }
    }

    private void enumerator(StringBuilder out) {
        if (!(btf.type(btf.strip(relocation.type())) instanceof BtfType.Enumeration enumeration)) {
            throw contradicts();
        }
        out.append('.').append(at(enumeration.enumerators(), path[0]).name());
    }

    private <T> T at(List<T> list, int index) {
        if (index >= list.size()) {
            throw contradicts();
        }
        return list.get(index);
    }

    private RuntimeException contradicts() {
        return btf.invalid(
                relocation.type(),
                "access '" + relocation.access() + "' of the relocation at " + relocation.offset()
                        + " does not fit the type");
    }
}
