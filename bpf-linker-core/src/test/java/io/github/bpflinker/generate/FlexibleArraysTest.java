package io.github.bpflinker.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Flexible arrays look as arrays of the same elements with a length do. */
class FlexibleArraysTest {

    private static final String PROGRAM = """
            SEC("socket") int keep(void *ctx) { return 0; }
            """;

    @TempDir
    private Path folder;

    @Test
    void rowsOfTextAreTexts() {
        Object seen = JavaBuild.run(folder, """
                struct names { u32 count; char names[][4]; };
                struct names *names;
                """ + PROGRAM, """
                byte[] bytes = new byte[12];
                bytes[4] = 'a';
                bytes[8] = 'b';
                Names_.View view = Names_.TYPE.newView();
                view.moveTo(java.nio.ByteBuffer.wrap(bytes), 0, bytes.length);
                Names_ record = Names_.TYPE.read(java.nio.ByteBuffer.wrap(bytes), 0, bytes.length);
                return record + " " + view.names() + view.namesLength() + view.names(1);
                """.replace("Names_", "NamesStruct"));

        assertThat(seen).isEqualTo("NamesStruct[count=0, names=[a, b]] [a, b]2b");
    }

    @Test
    void rowsOfNumbersAreOneArray() {
        Object seen = JavaBuild.run(folder, """
                struct grid { u32 rows; s32 cells[][2]; };
                struct macs { u32 rows; u8 macs[][6]; };
                struct grid *grid;
                struct macs *macs;
                """ + PROGRAM, """
                java.nio.ByteBuffer memory = java.nio.ByteBuffer.allocate(20).order(java.nio.ByteOrder.nativeOrder());
                memory.putInt(8, 7).putInt(16, 9);
                Grid.View view = Grid.TYPE.newView();
                view.moveTo(memory, 0, 20);
                int[] cells = Grid.TYPE.read(memory, 0, 20).cells();
                byte[] macs = Macs.TYPE.read(memory, 0, 16).macs();
                return cells.length + " " + cells[1] + " " + view.cellsLength() + " " + view.cells(3) + " " + macs.length;
                """);

        assertThat(seen).isEqualTo("4 7 4 9 12");
    }

    @Test
    void constantsAreNumbers() {
        Object seen = JavaBuild.run(folder, """
                enum verdict { PASS, DROP };
                struct verdicts { u32 count; enum verdict verdicts[]; };
                struct verdicts *verdicts;
                """ + PROGRAM, """
                java.nio.ByteBuffer memory = java.nio.ByteBuffer.allocate(12).order(java.nio.ByteOrder.nativeOrder());
                memory.putInt(8, 1);
                int[] numbers = Verdicts.TYPE.read(memory, 0, 12).verdicts();
                return numbers.length + " " + numbers[1];
                """);

        assertThat(seen).isEqualTo("2 1");
    }

    @Test
    void elementsWithoutASizeAreNoMember() {
        Object seen = JavaBuild.run(folder, """
                struct nothing {};
                struct marks { u32 count; struct nothing marks[]; };
                struct rows { u32 count; s32 rows[0][0]; };
                struct marks *marks;
                struct rows *rows;
                """ + PROGRAM, """
                return new Marks(1).toString() + new Rows(2);
                """);

        assertThat(seen).isEqualTo("Marks[count=1]Rows[count=2]");
    }
}
