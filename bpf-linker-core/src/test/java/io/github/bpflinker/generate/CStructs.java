package io.github.bpflinker.generate;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.dump.CHeaderDump;
import io.github.bpflinker.testing.Command;
import io.github.bpflinker.testing.Compiler;
import io.github.bpflinker.testing.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The same structs read by C: a library, compiled from the header of our own dump, with a function for each struct that writes
 * its size and the offset and value of each member as lines of text.
 */
final class CStructs {

    private static final int ROOM = 1 << 20;

    private static final String PRELUDE = """
        struct row__ { long offset, size; char kind, sign; int element; };
        #define AT__(T, m) __builtin_offsetof(T, m), sizeof(((T *)0)->m)
        #define NUMBER__(T, m) {AT__(T, m), 'n', (__typeof__(((T *)0)->m))-1 < (__typeof__(((T *)0)->m))1, 0}
        #define POINTER__(T, m) {AT__(T, m), 'n', 0, 0}
        #define ENUM__(T, m, sign) {AT__(T, m), 'n', sign, 0}
        #define ARRAY__(T, m, sign, size) {AT__(T, m), 'a', sign, size}
        #define BYTES__(T, m) {AT__(T, m), 'x', 0, 0}
        #define TRUTH__(T, m) {AT__(T, m), 't', 0, 0}
        #define PLACE__(T, m) {AT__(T, m), 's', 0, 0}
        #define END__ {0, 0, 0, 0, 0}
        static char *hex__(char *out, const unsigned char *bytes, long size) {
            for (long i = 0; i < size; i++) { *out++ = "0123456789abcdef"[bytes[i] >> 4]; *out++ = "0123456789abcdef"[bytes[i] & 15]; }
            return out;
        }
        static char *number__(char *out, unsigned long value) {
            for (int i = 60; i >= 0; i -= 4) *out++ = "0123456789abcdef"[value >> i & 15];
            return out;
        }
        static unsigned long load__(const unsigned char *from, long size, int sign) {
            unsigned long value = 0;
            for (long i = size - 1; i >= 0; i--) value = value << 8 | from[i];
            return sign && size < 8 && value >> (size * 8 - 1) ? value | -1UL << size * 8 : value;
        }
        static char *rows__(const struct row__ *row, const unsigned char *memory, char *out) {
            for (; row->kind; row++) {
                const unsigned char *at = memory + row->offset;
                out = number__(out, row->offset); *out++ = ' ';
                if (row->kind == 'n') out = number__(out, load__(at, row->size, row->sign));
                if (row->kind == 'x') out = hex__(out, at, row->size);
                if (row->kind == 't') out = number__(out, *at != 0);
                if (row->kind == 's') out = number__(out, row->size);
                if (row->kind == 'a') for (long i = 0; i < row->size; i += row->element) {
                    unsigned long value = load__(at + i, row->element, row->sign);
                    out = number__(out, row->sign == 2 ? value != 0 : value); *out++ = ',';
                }
                *out++ = '\\n';
            }
            return out;
        }
        static char *field__(char *out, unsigned long value) { out = number__(out, value); *out++ = '\\n'; return out; }
        """;

    private final StringBuilder source = new StringBuilder();
    private int structs;

    /** @param roots the names of the structs in BTF */
    CStructs(Btf btf, Collection<String> roots) {
        source.append("#define BPF_NO_PRESERVE_ACCESS_INDEX\n");
        try {
            CHeaderDump.write(btf, roots, source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        source.append(PRELUDE);
    }

    /**
     * Adds a struct.
     *
     * @param type its name in the header, or another expression of it
     * @return its number
     */
    int add(String type, CompositeModel model) {
        int number = structs++;
        source.append("static const struct row__ rows__").append(number).append("[] = {\n");
        StringBuilder fields = new StringBuilder();
        for (Member member : members(model)) {
            if (isBits(member.shape())) {
                fields.append("out = field__(out, (long)((")
                        .append(type)
                        .append(" *)memory)->")
                        .append(member.label())
                        .append(");\n");
            } else {
                source.append(row(type, member)).append(",\n");
            }
        }
        source.append("END__};\nchar *read__").append(number).append("(const unsigned char *memory, char *out) {\n");
        source.append("out = field__(out, sizeof(").append(type).append("));\n");
        source.append("out = rows__(rows__")
                .append(number)
                .append(", memory, out);\n")
                .append(fields);
        source.append("*out = 0;\nreturn out;\n}\n");
        return number;
    }

    /** Those that are compared: no elements behind the struct. */
    static List<Member> members(CompositeModel model) {
        return model.reachable().stream().filter(each -> !each.flexible()).toList();
    }

    static boolean isBits(Shape shape) {
        return shape instanceof Shape.BitField
                || (shape instanceof Shape.EnumNumber number && number.number() instanceof Shape.BitField);
    }

    private static String row(String type, Member member) {
        String place = "__(" + type + ", " + member.label();
        Shape shape = member.shape();
        if (shape instanceof ArrayShape.Numbers numbers) {
            boolean signed = numbers.kind() == NumberKind.S16 || numbers.kind() == NumberKind.S32;
            return "ARRAY" + place + ", " + (signed ? 1 : numbers.kind() == NumberKind.BOOL ? 2 : 0) + ", "
                    + numbers.kind().size() + ")";
        }
        if (shape instanceof Shape.EnumNumber number && number.number() instanceof Shape.Scalar plain) {
            // Java has an int for what C may have as an unsigned int.
            boolean signed =
                    plain.kind() == NumberKind.S32 || plain.kind() == NumberKind.S16 || plain.kind() == NumberKind.S8;
            return "ENUM" + place + ", " + (signed ? 1 : 0) + ")";
        }
        if (shape instanceof Shape.Scalar number && number.kind() == NumberKind.BOOL) {
            return "TRUTH" + place + ")";
        }
        if (shape instanceof Shape.Scalar) {
            boolean pointer =
                    member.declared().contains("*") || member.declared().contains("(…)");
            return (pointer || shape.size() == Long.BYTES ? "POINTER" : "NUMBER") + place + ")";
        }
        return (shape instanceof Shape.Struct || shape instanceof ArrayShape.Elements ? "PLACE" : "BYTES") + place
                + ")";
    }

    /** Compiles all that were added. */
    NativeLibrary compile(Path folder) {
        Path file = Compiler.write(folder, "structs.c", source.toString());
        Path library = folder.resolve("structs.so");
        Tool.BINUTILS.require();
        List<String> command = new ArrayList<>(List.of(Tool.CLANG_22.require().toString()));
        command.addAll(
                List.of("-w", "-O0", "-shared", "-nostdlib", "-fPIC", file.toString(), "-o", library.toString()));
        Command.run(folder, command).orFail();
        return NativeLibrary.getInstance(library.toString());
    }

    /** What C reads: the size, then a line for each member, bit-fields last. */
    static List<String> read(NativeLibrary library, int number, byte[] memory) {
        Function function = library.getFunction("read__" + number);
        try (com.sun.jna.Memory in = new com.sun.jna.Memory(Math.max(64, memory.length));
                com.sun.jna.Memory out = new com.sun.jna.Memory(ROOM)) {
            in.write(0, memory, 0, memory.length);
            function.invokePointer(new Object[] {in, out});
            return out.getString(0).lines().toList();
        }
    }
}
