package io.github.bpflinker.btf.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfReader;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.elf.ElfFile;
import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.testing.LoadedSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValuesTest {

    private static final String SOURCE = """
        typedef u32 port_t; typedef signed char s8;
        enum sign { MINUS = -1, ZERO, PLUS };
        enum large { LARGE = 0x100000000ULL };
        struct inner { s8 small; port_t port; };
        struct all {
            char text[6];
            u8 bytes[3];
            _Bool yes;
            enum sign sign;
            enum large large;
            struct inner inner[2];
            struct { s32 hidden; };
            union { u16 half; u8 first; } either;
            s64 bits : 37, more : 11;
            u64 unsigned_bits : 16;
            void *pointer;
            __int128 huge;
        } all SEC(".data");
        SEC("socket") int touch(void *ctx) { return all.hidden; }
        """;

    private static Btf types(Path folder) throws IOException {
        Path object = LoadedSource.compile(folder, "values", SOURCE);
        ElfFile elf = ElfFile.read("values", ByteBuffer.wrap(Files.readAllBytes(object)));
        return BtfReader.read(
                "values",
                elf.sections().stream()
                        .filter(section -> section.name().equals(".BTF"))
                        .findFirst()
                        .orElseThrow()
                        .content());
    }

    private static int struct(Btf types, String name) {
        for (int id = 1; ; id++) {
            if (types.type(id) instanceof BtfType.Struct struct && struct.name().equals(name)) {
                return id;
            }
        }
    }

    @Test
    void goBothWays(@TempDir Path folder) throws IOException {
        Btf types = types(folder);
        int all = struct(types, "all");
        ByteBuffer bytes =
                ByteBuffer.allocate((int) types.sizeOf(all).orElseThrow()).order(ByteOrder.LITTLE_ENDIAN);
        JsonValue value = JsonValue.parse("{\"text\":\"größ\",\"bytes\":[1,255,0],\"yes\":true,\"sign\":\"MINUS\","
                + "\"large\":\"LARGE\",\"inner\":[{\"small\":-3,\"port\":80},{\"small\":4,\"port\":4294967295}],"
                + "\"hidden\":-7,\"either\":{\"half\":513,\"first\":1},\"bits\":-68719476736,\"more\":-1,"
                + "\"unsigned_bits\":65535,\"pointer\":\"0xffff888000000001\","
                + "\"huge\":-170141183460469231731687303715884105728}");
        new ValueWriter(types).write(all, value, bytes, 0);
        assertThat(new ValueReader(types).read(all, bytes, 0)).isEqualTo(value);
    }

    /** Whatever is in memory can be read, and written back gives the same, padding aside. */
    @Test
    void readWhatIsThere(@TempDir Path folder) throws IOException {
        Btf types = types(folder);
        int all = struct(types, "all");
        int size = (int) types.sizeOf(all).orElseThrow();
        Random random = new Random(1);
        for (int i = 0; i < 500; i++) {
            byte[] content = new byte[size];
            random.nextBytes(content);
            JsonValue read =
                    new ValueReader(types).read(all, ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN), 0);
            ByteBuffer back = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
            new ValueWriter(types).write(all, JsonValue.parse(read.toString()), back, 0);
            assertThat(new ValueReader(types).read(all, back, 0)).isEqualTo(read);
        }
    }

    @Test
    void refuseWhatIsNoneOfTheType(@TempDir Path folder) throws IOException {
        Btf types = types(folder);
        int all = struct(types, "all");
        ByteBuffer bytes = ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN);
        ValueWriter writer = new ValueWriter(types);
        assertThatThrownBy(() -> writer.write(all, JsonValue.parse("{\"inner\":[{\"small\":\"x\"}]}"), bytes, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("field 'inner[0].small' is a number, and not \"x\"");
        assertThatThrownBy(() -> writer.write(all, JsonValue.parse("[1]"), bytes, 0))
                .hasMessageStartingWith("the value is a struct or union");
        assertThatThrownBy(() -> writer.write(all, JsonValue.parse("{\"hidden\":1.5}"), bytes, 0))
                .hasMessageContaining("field 'hidden' is an integer, and not 1.5");
        assertThatThrownBy(() -> writer.write(all, JsonValue.parse("{\"text\":7}"), bytes, 0))
                .hasMessageContaining("field 'text' is an array, and not 7");
    }
}
