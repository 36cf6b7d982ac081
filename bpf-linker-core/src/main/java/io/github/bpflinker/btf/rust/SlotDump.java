package io.github.bpflinker.btf.rust;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfKind;
import io.github.bpflinker.btf.BtfType;
import java.io.IOException;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the types of a kernel as a Rust crate. Each field of a struct is a slot, which knows its type and has no size and
 * no offset: it is accessed with the macros of the crate, as a CO-RE relocation. So the crate does not depend on the
 * layout of that kernel. The same crate holds helper functions, maps and what else programs use.
 */
public final class SlotDump {

    private static final Pattern USED_BY_HELPERS = Pattern.compile("types::(\\w+)");
    private static final String KFUNC_TAG = "bpf_kfunc";

    private static final class Style implements RustTypes.Style {

        @Override
        public String array(String element, long count) {
            return "Array<" + element + "," + count + ">";
        }

        @Override
        public String enumeration(String name, String integer) {
            return "Enum<" + name + "," + integer + ">";
        }
    }

    private final Btf btf;
    private final RustTypes types;
    private final Appendable out;
    private final BitSet written = new BitSet();

    private SlotDump(Btf btf, Appendable out) {
        this.btf = btf;
        this.out = out;
        this.types = new RustTypes(btf, new Style());
    }

    /** Writes the crate. */
    public static void write(Btf btf, Appendable out) throws IOException {
        new SlotDump(btf, out).write();
    }

    private void write() throws IOException {
        out.append(Support.text("head.rs"));
        for (String part : List.of("access.rs", "kernel.rs", "programs.rs", "helpers.rs")) {
            out.append('\n').append(Support.text(part));
        }
        out.append("""

                /// The types of the kernel.
                pub mod types {
                use super::slot::{Array,BitField,Enum,Field};
                use ::core::ffi::{c_char,c_void};

                """);
        for (int id = 1; id < btf.typeCount(); id++) {
            if (!types.name(id).isEmpty()) {
                definition(id);
            }
        }
        typedefs();
        functions();
        for (int id = types.nextNested(); id >= 0; id = types.nextNested()) {
            definition(id);
        }
        for (String name : usedByHelpers()) {
            types.require(name);
        }
        for (String name : types.opaque()) {
            out.append("#[repr(C)]pub struct ").append(name).append("{_opaque:u8}\n");
        }
        out.append("}\n\n/// The values of enumerations without a name.\npub mod constants {\n");
        RustNames constants = new RustNames(Set.of());
        for (int id = 1; id < btf.typeCount(); id++) {
            if (btf.type(id) instanceof BtfType.Enumeration values
                    && types.name(id).isEmpty()) {
                RustEnums.constants(values, constants, out);
            }
        }
        out.append("}\n");
    }

    private static Set<String> usedByHelpers() {
        Set<String> names = new TreeSet<>();
        Matcher matcher = USED_BY_HELPERS.matcher(Support.text("helpers.rs"));
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private void definition(int id) throws IOException {
        if (written.get(id)) {
            return;
        }
        written.set(id);
        BtfType type = btf.type(id);
        String name = types.name(id);
        if (type instanceof BtfType.Composite composite) {
            // A field of its own: structs without any are no types for external functions.
            out.append("#[repr(C)]pub struct ").append(name).append("{_opaque:u8,");
            members(name, composite, new RustNames(Set.of("_opaque")), new HashSet<>());
            out.append("}\n");
        } else if (type instanceof BtfType.Enumeration values
                && !values.enumerators().isEmpty()) {
            RustEnums.named(name, values, out);
        }
    }

    /** The members of a struct and of the anonymous ones inside, which C names without them. */
    private void members(String name, BtfType.Composite composite, RustNames names, Set<String> seen)
            throws IOException {
        for (BtfType.Member member : composite.members()) {
            if (!member.name().isEmpty()) {
                if (seen.add(member.name())) {
                    slot(name, member, names);
                }
            } else if (btf.type(btf.strip(member.type())) instanceof BtfType.Composite inside) {
                members(name, inside, names, seen);
            }
        }
    }

    private void slot(String holder, BtfType.Member member, RustNames names) throws IOException {
        String field = names.unique(member.name());
        boolean bits = member.bitSize() > 0 || isPart(member.type());
        out.append("pub ")
                .append(field)
                .append(bits ? ":BitField<" : ":Field<")
                .append(types.expression(member.type(), holder + "__" + member.name()))
                .append(">,");
    }

    private boolean isPart(int id) {
        return btf.type(btf.strip(id)) instanceof BtfType.Int number && number.isPart();
    }

    private void typedefs() throws IOException {
        for (int id = 1; id < btf.typeCount(); id++) {
            if (btf.type(id) instanceof BtfType.Typedef typedef) {
                String name = types.free(typedef.name());
                if (!name.isEmpty()) {
                    out.append("pub type ")
                            .append(name)
                            .append("=")
                            .append(types.scalar(typedef.type(), typedef.name()))
                            .append(";\n");
                }
            }
        }
    }

    /** Functions that the kernel marks as callable by programs (Linux 6.10 and pahole 1.26). */
    private void functions() throws IOException {
        StringBuilder text = new StringBuilder();
        RustNames names = new RustNames(Set.of());
        for (BtfType tag : btf.types()) {
            if (tag instanceof BtfType.DeclTag declaration
                    && declaration.component() < 0
                    && declaration.name().equals(KFUNC_TAG)
                    && btf.type(declaration.type()) instanceof BtfType.Func function) {
                function(function, names, text);
            }
        }
        out.append(
                        "/// Functions of the kernel that programs can call.\npub mod functions{use super::*;extern \"C\"{\n")
                .append(text)
                .append("}}\n");
    }

    private void function(BtfType.Func function, RustNames names, StringBuilder text) {
        BtfType.FuncProto prototype = (BtfType.FuncProto) btf.type(function.type());
        StringBuilder parameters = new StringBuilder();
        RustNames inside = new RustNames(Set.of());
        for (BtfType.Param parameter : prototype.params()) {
            if (parameter.type() == 0 || !isScalar(parameter.type())) {
                return;
            }
            parameters
                    .append(parameters.isEmpty() ? "" : ",")
                    .append(inside.unique(parameter.name().isEmpty() ? "_unnamed" : parameter.name()))
                    .append(":")
                    .append(types.scalar(parameter.type(), function.name()));
        }
        if (prototype.result() != 0 && !isScalar(prototype.result())) {
            return;
        }
        text.append("#[link_name=\"__bpf_ksym.")
                .append(function.name())
                .append("\"]pub fn ")
                .append(names.unique(function.name()))
                .append("(")
                .append(parameters)
                .append(")")
                .append(prototype.result() == 0 ? "" : "->" + types.scalar(prototype.result(), function.name()))
                .append(";\n");
    }

    private boolean isScalar(int id) {
        BtfKind kind = btf.type(btf.strip(id)).kind();
        return kind == BtfKind.INT || kind == BtfKind.PTR || kind == BtfKind.ENUM || kind == BtfKind.ENUM64;
    }
}
