package io.github.bpflinker.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.testing.LoadedSource;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Arrays of numbers of one byte are arrays of bytes, whatever the numbers are. */
class BytesTest {

    private static final String PROGRAM = """
            SEC("socket") int keep(void *ctx) { return 0; }
            """;

    @TempDir
    private Path folder;

    @Test
    void singleOnesHaveTheSignOfTheirType() {
        Object seen = JavaBuild.run(folder, """
                struct bytes { signed char with[2]; unsigned char without[2]; };
                struct bytes bytes;
                """ + PROGRAM, """
                Bytes bytes = new Bytes(new byte[] {-1, 1}, new byte[] {-1, 1});
                Bytes.View view = Bytes.TYPE.view(java.nio.ByteBuffer.wrap(Bytes.TYPE.toBytes(bytes)), 0);
                return view.with(0) + " " + view.without(0) + " " + bytes.equals(view.keep());
                """);

        assertThat(seen).isEqualTo("-1 255 true");
    }

    @Test
    void enumerationsOfOneByteAreNumbers() {
        Object seen = JavaBuild.run(folder, """
                enum __attribute__((packed)) mode { OFF, ON };
                enum __attribute__((packed)) level { LOW = -1, HIGH = 1 };
                struct modes { enum mode modes[2]; enum level levels[2][2]; };
                struct modes modes;
                """ + PROGRAM, """
                Modes modes = new Modes(new byte[] {1, 0}, new byte[] {-1, 1, 1, -1});
                Modes.View view = Modes.TYPE.view(java.nio.ByteBuffer.wrap(Modes.TYPE.toBytes(modes)), 0);
                return Mode.of(view.modes(0)) + " " + Level.of(view.levels(3)) + " " + modes.equals(view.keep());
                """);

        assertThat(seen).isEqualTo("ON LOW true");
    }

    @Test
    void documentationOfAnEnumerationInABitFieldHasItsBits() {
        Path object = LoadedSource.compile(folder, "bits", """
                enum mode { OFF, ON };
                struct bits { enum mode low : 3; enum mode high : 5; };
                struct bits bits;
                """ + PROGRAM);

        assertThat(JavaBuild.generate("bits", object, GenerateOptions.of("a")))
                .filteredOn(source -> source.path().equals("a/BitsStruct.java"))
                .singleElement()
                .extracting(JavaSource::text)
                .asString()
                .contains("@param highValue {@code enum mode high}, offset 0, bit 3, 5 bits\n");
    }
}
