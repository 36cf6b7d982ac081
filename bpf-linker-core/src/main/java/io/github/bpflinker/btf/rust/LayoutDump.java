package io.github.bpflinker.btf.rust;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes types as Rust structs and unions with exactly their layout, which assertions check when the file is compiled.
 * They are for memory whose layout does not depend on the kernel, such as packets and records, and for one kernel only
 * otherwise.
 */
public final class LayoutDump {

    private static final String HEAD = """
            // Types with the layout of one kernel; written by bpf-linker btf-dump --format rust --layout.
            #[allow(non_camel_case_types, non_snake_case, non_upper_case_globals, unused, improper_ctypes, clippy::all)]
            pub mod layout {
            use ::core::ffi::{c_char,c_void};

            """;

    private static final class Style implements RustTypes.Style {

        @Override
        public String array(String element, long count) {
            return "[" + element + ";" + count + "]";
        }

        @Override
        public String enumeration(String name, String integer) {
            return integer;
        }
    }

    private final Btf btf;
    private final RustTypes types;
    private final Layouts layouts;
    private final Appendable out;
    /** The types to be written, with or without a name. */
    private final BitSet wanted = new BitSet();
    /** Those of them that have a name and are not written yet. */
    private final BitSet open = new BitSet();
    /** Types without a name that got one where they are used. */
    private final Deque<Integer> nested = new ArrayDeque<>();

    private final Set<String> defined = new HashSet<>();

    private LayoutDump(Btf btf, Appendable out) {
        this.btf = btf;
        this.out = out;
        this.types = new RustTypes(btf, new Style());
        this.layouts = new Layouts(btf, types);
    }

    /**
     * Writes a module.
     *
     * @param roots the names of the types to write with what they contain; all types if empty
     * @throws LinkException {@link Problem#BTF_TYPE_UNKNOWN} if there is no type of such a name
     */
    public static void write(Btf btf, List<String> roots, Appendable out) throws IOException {
        new LayoutDump(btf, out).write(roots);
    }

    private void write(List<String> roots) throws IOException {
        out.append(HEAD);
        if (roots.isEmpty()) {
            for (int id = 1; id < btf.typeCount(); id++) {
                need(id);
            }
        } else {
            for (String root : roots) {
                int[] ids = btf.ids(root).filter(id -> isData(id)).toArray();
                if (ids.length == 0) {
                    throw new LinkException(Diagnostic.error(Problem.BTF_TYPE_UNKNOWN)
                            .withInput(btf.name())
                            .withSymbol(root));
                }
                for (int id : ids) {
                    need(id);
                }
            }
        }
        definitions();
        while (!nested.isEmpty()) {
            int id = nested.remove();
            need(id);
            if (open.get(id)) {
                definition(id);
            }
            definitions();
        }
        declarations();
        out.append("}\n");
    }

    private boolean isData(int id) {
        BtfType type = btf.type(btf.strip(id));
        return RustTypes.isDefinition(type);
    }

    /** Adds a type and those that it contains. */
    private void need(int start) {
        int id = btf.strip(start);
        if (wanted.get(id)) {
            return;
        }
        wanted.set(id);
        open.set(id, !types.name(id).isEmpty());
        BtfType type = btf.type(id);
        if (type instanceof BtfType.Composite composite) {
            composite.members().forEach(member -> need(member.type()));
        } else if (type instanceof BtfType.Array array) {
            need(array.element());
        }
    }

    private void definitions() throws IOException {
        for (int id = open.nextSetBit(1); id >= 0; id = open.nextSetBit(id + 1)) {
            definition(id);
        }
    }

    private void definition(int id) throws IOException {
        open.clear(id);
        BtfType type = btf.type(id);
        if (type instanceof BtfType.Composite composite) {
            defined.add(types.name(id));
            layouts.write(types.name(id), composite, out);
        } else if (type instanceof BtfType.Enumeration values
                && !values.enumerators().isEmpty()) {
            RustEnums.named(types.name(id), values, out);
        }
        for (int named = types.nextNested(); named >= 0; named = types.nextNested()) {
            nested.add(named);
            open.set(named, wanted.get(named));
        }
    }

    /** Types that only pointers refer to are not defined. */
    private void declarations() throws IOException {
        Set<String> names = new TreeSet<>();
        for (int id = 1; id < btf.typeCount(); id++) {
            BtfType type = btf.type(id);
            if (types.isUsed(id) && (type instanceof BtfType.Composite || type instanceof BtfType.Fwd)) {
                names.add(types.name(id));
            }
        }
        names.removeAll(defined);
        for (String name : names) {
            out.append("#[repr(C)]pub struct ").append(name).append("{_opaque:[u8;0]}\n");
        }
    }
}
