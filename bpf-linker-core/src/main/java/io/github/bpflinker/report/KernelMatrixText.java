package io.github.bpflinker.report;

import io.github.bpflinker.machine.KernelMatrix;
import io.github.bpflinker.machine.KernelMatrix.Column;
import io.github.bpflinker.machine.KernelMatrix.Refusal;
import io.github.bpflinker.machine.KernelMatrix.Row;
import io.github.bpflinker.text.Printable;
import java.util.List;
import java.util.stream.Stream;

/** What several kernels say about the programs of objects, as text. */
public final class KernelMatrixText {

    private KernelMatrixText() {}

    /** A row for each program, a column for each kernel. */
    public static List<String> table(KernelMatrix matrix) {
        List<Column> kernels = matrix.columns();
        TextTable table = new TextTable(
                Stream.concat(Stream.of("PROGRAM"), kernels.stream().map(Column::release))
                        .toArray(String[]::new));
        for (Row row : matrix.rows()) {
            table.row(Stream.concat(
                            Stream.of(row.toString()), kernels.stream().map(kernel -> KernelMatrix.cell(kernel, row)))
                    .toArray(String[]::new));
        }
        return table.lines("");
    }

    /** Place, kernel, object, program and reason of a refusal. */
    public static String line(Refusal refusal) {
        String place = refusal.place().map(at -> at + ": ").orElse("");
        String program = refusal.program().isEmpty() ? "" : ", program " + refusal.program();
        return Printable.line(place + "Linux " + refusal.release() + " refuses " + refusal.object() + program + ": "
                + refusal.message());
    }
}
