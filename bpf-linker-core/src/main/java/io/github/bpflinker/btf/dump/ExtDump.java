package io.github.bpflinker.btf.dump;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfExt;
import io.github.bpflinker.btf.CoreRelocation;
import io.github.bpflinker.text.Printable;
import java.io.IOException;
import java.util.List;

/**
 * Lists the records of {@code .BTF.ext} by section. Instructions are numbered in units of 8 bytes from the start of the
 * section.
 *
 * <pre>
 * func_info of 'xdp'
 * 	insn 0: 'prog' type_id=7
 * line_info of 'xdp'
 * 	insn 0: /src/a.c:12:5 'return x;'
 * core_relo of 'xdp'
 * 	insn 3: byte_off task_struct.mm.pgd type_id=9 access=0:4:1
 * </pre>
 */
public final class ExtDump {

    private static final int INSTRUCTION_SIZE = 8;

    private final Btf btf;
    private final Appendable out;

    private ExtDump(Btf btf, Appendable out) {
        this.btf = btf;
        this.out = out;
    }

    /**
     * Writes function records, then line records, then CO-RE relocations.
     *
     * @param btf the types that {@code ext} references
     */
    public static void write(Btf btf, BtfExt ext, Appendable out) throws IOException {
        ExtDump dump = new ExtDump(btf, out);
        dump.sections("func_info", ext.functions(), dump::function);
        dump.sections("line_info", ext.lines(), dump::line);
        dump.sections("core_relo", ext.relocations(), dump::relocation);
    }

    private interface Line<T> {
        String of(T entry);
    }

    private <T extends BtfExt.Entry> void sections(String what, List<BtfExt.Section<T>> sections, Line<T> line)
            throws IOException {
        for (BtfExt.Section<T> section : sections) {
            out.append(what)
                    .append(" of '")
                    .append(Printable.line(section.name()))
                    .append("'\n");
            for (T entry : section.entries()) {
                out.append("\tinsn ").append(Long.toString(entry.offset() / INSTRUCTION_SIZE));
                out.append(": ").append(Printable.line(line.of(entry))).append('\n');
            }
        }
    }

    private String function(BtfExt.FuncInfo function) {
        return "'" + BpftoolTerms.name(btf.type(function.type()).name()) + "' type_id=" + function.type();
    }

    private String line(BtfExt.LineInfo line) {
        String column = line.column() == 0 ? "" : ":" + line.column();
        return line.file() + ":" + line.line() + column + " '" + line.text().strip() + "'";
    }

    private String relocation(CoreRelocation relocation) {
        return relocation.kind().shortName() + " " + CoreAccess.describe(btf, relocation) + " type_id="
                + relocation.type() + " access=" + relocation.access();
    }
}
