package io.github.bpflinker.btf.dump;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import java.io.IOException;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/**
 * Writes types as a C header, like {@code bpftool btf dump file … format c}; for the types of the kernel this is {@code
 * vmlinux.h}. The header compiles, and sizes and member offsets match the BTF on a target with the alignment rules of
 * BPF. Accesses to its structs become CO-RE relocations unless {@code BPF_NO_PRESERVE_ACCESS_INDEX} is defined.
 *
 * <p>Functions, variables, sections and declaration tags are omitted. A struct with overlapping members, which C can't
 * express, becomes an array of bytes; a member without a type becomes padding. Numeric types that C does not have, such
 * as Rust's {@code u8}, become typedefs.
 */
public final class CHeaderDump {

    private static final String PREAMBLE = """
            #ifndef __VMLINUX_H__
            #define __VMLINUX_H__

            #ifndef BPF_NO_PRESERVE_ACCESS_INDEX
            #pragma clang attribute push (__attribute__((preserve_access_index)), apply_to = record)
            #endif

            """;

    private static final String END = """
            #ifndef BPF_NO_PRESERVE_ACCESS_INDEX
            #pragma clang attribute pop
            #endif

            #endif /* __VMLINUX_H__ */
            """;

    private final Btf btf;
    private final CIdentifiers names;
    private final CompositeBodies bodies;
    private final DumpOrder order;

    private CHeaderDump(Btf btf) {
        this.btf = btf;
        this.names = new CIdentifiers(btf);
        this.bodies = new CompositeBodies(btf, names);
        this.order = new DumpOrder(btf, names);
    }

    /**
     * Writes all types of {@code btf}, and the types of its base that they depend on.
     *
     * @throws LinkException with {@link Problem#BTF_INVALID} if no order of definitions exists, or anonymous types are
     *     nested too deeply
     */
    public static void write(Btf btf, Appendable out) throws IOException {
        CHeaderDump dump = new CHeaderDump(btf);
        dump.addAll();
        dump.write(out);
    }

    /**
     * Writes the types with the given names and all types that they depend on. Types that are only pointed to are
     * declared, not defined.
     *
     * @param roots names of structs, unions, enumerations and typedefs
     * @throws LinkException with {@link Problem#BTF_TYPE_UNKNOWN} if there is no type of one of the names; with {@link
     *     Problem#BTF_INVALID} as {@link #write(Btf, Appendable)}
     */
    public static void write(Btf btf, Collection<String> roots, Appendable out) throws IOException {
        CHeaderDump dump = new CHeaderDump(btf);
        for (String root : roots) {
            dump.addRoot(root);
        }
        dump.write(out);
    }

    private void addAll() {
        BitSet referred = new BitSet(btf.typeCount());
        for (int id = btf.firstId(); id < btf.typeCount(); id++) {
            btf.type(id).forEachReference(referred::set);
        }
        for (int id = btf.firstId(); id < btf.typeCount(); id++) {
            BtfType type = btf.type(id);
            if (isWritten(type)) {
                order.add(id);
            } else if (type instanceof BtfType.Enumeration && !referred.get(id)) {
                order.addAnonymous(id);
            }
        }
    }

    private void addRoot(String root) {
        List<Integer> ids =
                btf.ids(root).filter(id -> isWritten(btf.type(id))).boxed().toList();
        if (ids.isEmpty()) {
            throw new LinkException(Diagnostic.error(Problem.BTF_TYPE_UNKNOWN)
                    .withInput(btf.name())
                    .withSymbol(root));
        }
        ids.forEach(order::add);
    }

    private static boolean isWritten(BtfType type) {
        boolean written = type instanceof BtfType.Composite
                || type instanceof BtfType.Enumeration
                || type instanceof BtfType.Typedef
                || type instanceof BtfType.Fwd;
        return written && !type.name().isEmpty();
    }

    private void write(Appendable out) throws IOException {
        out.append(PREAMBLE);
        for (DumpOrder.Step step : order.steps()) {
            String text = step.definition() ? definition(step.id()) : declaration(step.id());
            boolean older = isKeywordSinceC23(step.id());
            out.append(older ? "#if !defined(__STDC_VERSION__) || __STDC_VERSION__ < 202311L\n" : "");
            out.append(text).append(older ? ";\n#endif\n\n" : ";\n\n");
        }
        out.append(END);
    }

    private String declaration(int id) {
        return CIdentifiers.keyword(btf.type(id)) + " " + names.of(id);
    }

    private String definition(int id) {
        BtfType type = btf.type(id);
        if (type instanceof BtfType.Typedef typedef) {
            return "typedef " + bodies.declarations().declare(typedef.type(), names.of(id), 0);
        }
        if (type instanceof BtfType.Composite || type instanceof BtfType.Enumeration) {
            return bodies.body(id, 0);
        }
        return "typedef " + CNumbers.declaration(type, names.of(id));
    }

    /** Whether the type defines {@code bool}, {@code true} or {@code false}. */
    private boolean isKeywordSinceC23(int id) {
        boolean isTag = !CIdentifiers.keyword(btf.type(id)).isEmpty();
        return (!isTag && CKeywords.isSinceC23(names.of(id)))
                || names.enumeratorsOf(id).stream().anyMatch(CKeywords::isSinceC23);
    }
}
