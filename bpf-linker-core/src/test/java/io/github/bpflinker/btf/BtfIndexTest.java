package io.github.bpflinker.btf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.testing.Tool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BtfIndexTest {

    private static final BtfType INT = new BtfType.Int("int", 4, BtfType.Int.SIGNED, 0, 32);

    private static BtfType struct(String name) {
        return new BtfType.Struct(name, 4, List.of(new BtfType.Member("x", 1, 0, 0)), false);
    }

    private static BtfIndex indexOf(BtfType... types) {
        Btf btf = Btf.of("types", ByteOrder.LITTLE_ENDIAN, List.of(types));
        return BtfIndex.read("types", ByteBuffer.wrap(BtfWriter.write(btf)));
    }

    @Test
    void knowsTheTypesOfTheKernelAsTheReaderDoes() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(Tool.KERNEL_BTF.require()));
        Btf whole = BtfReader.read("vmlinux", bytes);
        BtfIndex index = BtfIndex.read("vmlinux", bytes);
        assertThat(index.typeCount()).isEqualTo(whole.typeCount());
        Map<String, List<Integer>> byName = new HashMap<>();
        for (int id = 1; id < whole.typeCount(); id++) {
            BtfType type = whole.type(id);
            assertThat(index.type(id)).isEqualTo(type);
            if (!type.name().isEmpty()) {
                byName.computeIfAbsent(type.name(), name -> new ArrayList<>()).add(id);
            }
        }
        byName.forEach((name, ids) -> {
            BtfKind kind = whole.type(ids.get(0)).kind();
            assertThat(index.find(name, kind)).as(name).isEqualTo(whole.find(name, kind));
        });
    }

    @Test
    void findsTypesByNameWithAndWithoutFlavour() {
        BtfIndex index = indexOf(
                INT,
                struct("task_struct"),
                struct("task_struct___old"),
                struct("task_struct___"),
                struct("task____old"),
                struct("task_struct___v1___v2"),
                struct("task"));
        assertThat(index.ofEssentialName("task_struct")).containsExactly(2, 3);
        assertThat(index.ofEssentialName("task_struct___")).containsExactly(4);
        assertThat(index.ofEssentialName("task____old")).containsExactly(5);
        assertThat(index.ofEssentialName("task_struct___v1")).containsExactly(6);
        assertThat(index.ofEssentialName("task")).containsExactly(7);
        assertThat(index.ofEssentialName("nothing")).isEmpty();
        assertThat(index.find("task_struct___old", BtfKind.STRUCT)).isEqualTo(OptionalInt.of(3));
        assertThat(index.find("task_struct___old", BtfKind.UNION)).isEmpty();
    }

    @Test
    void readsSplitBtf() {
        Btf base = Btf.of("base", ByteOrder.LITTLE_ENDIAN, List.of(INT, struct("shared")));
        Btf split = Btf.split("module", base, List.of(struct("own"), new BtfType.Typedef("int", 1), struct("shared")));
        BtfIndex baseIndex = BtfIndex.read("base", ByteBuffer.wrap(BtfWriter.write(base)));
        BtfIndex index = BtfIndex.read("module", ByteBuffer.wrap(BtfWriter.write(split)), baseIndex);
        assertThat(index.firstId()).isEqualTo(3);
        assertThat(index.typeCount()).isEqualTo(6);
        for (int id = 0; id < 6; id++) {
            assertThat(index.type(id)).isEqualTo(split.type(id));
        }
        assertThat(index.ofEssentialName("own")).containsExactly(3);
        assertThat(index.ofEssentialName("int")).containsExactly(4);
        assertThat(index.ofEssentialName("shared")).containsExactly(5);
    }

    @Test
    void readsEitherByteOrder() {
        Btf big = Btf.of("big", ByteOrder.BIG_ENDIAN, List.of(INT, struct("s")));
        BtfIndex index = BtfIndex.read("big", ByteBuffer.wrap(BtfWriter.write(big)));
        assertThat(index.type(2)).isEqualTo(struct("s"));
    }

    /** Whatever the bytes are, what is asked for is answered or refused. */
    @Test
    void refusesBytesThatMakeNoSense() {
        byte[] sound = BtfWriter.write(Btf.of("b", ByteOrder.LITTLE_ENDIAN, List.of(INT, struct("s"), struct("t"))));
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 5_000; round++) {
            byte[] broken = sound.clone();
            for (int change = 0; change <= round % 3; change++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            try {
                BtfIndex index = BtfIndex.read("broken", ByteBuffer.wrap(broken));
                for (int id = 0; id < index.typeCount(); id++) {
                    index.type(id);
                }
                index.ofEssentialName("s");
            } catch (LinkException e) {
                assertThat(e).hasMessageContaining("broken");
            }
        }
        assertThatThrownBy(() -> BtfIndex.read("short", ByteBuffer.wrap(new byte[3])))
                .isInstanceOf(LinkException.class);
    }
}
