package io.github.bpflinker.btf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bpflinker.btf.BtfType.Array;
import io.github.bpflinker.btf.BtfType.Const;
import io.github.bpflinker.btf.BtfType.Int;
import io.github.bpflinker.btf.BtfType.Member;
import io.github.bpflinker.btf.BtfType.Ptr;
import io.github.bpflinker.btf.BtfType.Struct;
import io.github.bpflinker.btf.BtfType.Typedef;
import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BtfReaderTest {

    private static final int TYPES = 24;
    private static final BtfType INT = new Int("int", 4, Int.SIGNED, 0, 32);

    @TempDir
    Path folder;

    @Test
    void findsTypesByNameAndKind() {
        Btf btf = BtfSamples.compileAndRead("kinds.c", "bpf", folder).btf();

        int all = btf.find("all", BtfKind.STRUCT).orElseThrow();
        assertThat(((Struct) btf.type(all)).members().get(3).name()).isEqualTo("bn");
        assertThat(btf.sizeOf(all)).hasValue(208);
        assertThat(btf.find("all", BtfKind.UNION)).isEmpty();
        assertThat(btf.find("nothing of that name", BtfKind.INT)).isEmpty();
        assertThat(btf.ids("int").boxed()).containsExactly(16);
        assertThat(btf.type(0)).isEqualTo(new BtfType.Void());
    }

    @Test
    void sizesFollowTypedefsQualifiersAndArrays() {
        Btf btf = Btf.of(
                "sizes",
                ByteOrder.LITTLE_ENDIAN,
                List.of(
                        INT,
                        new Typedef("num", 1),
                        new Const(2),
                        new Array(3, 1, 5),
                        new Array(4, 1, 3),
                        new Ptr(5),
                        new BtfType.Fwd("f", false)));

        assertThat(btf.sizeOf(5)).hasValue(60);
        assertThat(btf.sizeOf(6)).hasValue(8);
        assertThat(btf.sizeOf(7)).isEmpty();
        assertThat(btf.sizeOf(0)).isEmpty();
    }

    @Test
    void rejectsArraysLargerThanMemory() {
        Btf btf = Btf.of(
                "huge",
                ByteOrder.LITTLE_ENDIAN,
                List.of(INT, new Array(1, 1, 0xffff_ffffL), new Array(2, 1, 0xffff_ffffL)));

        rejects(() -> btf.sizeOf(3), "type 3 (ARRAY): array too large");
    }

    @Test
    void rejectsWhatIsNoBtf() {
        rejects(bytes -> bytes.putShort(0, (short) 0x1234), "offset 0: .BTF starts with 0x3412, no BTF magic");
        rejects(bytes -> bytes.put(2, (byte) 7), "offset 2: .BTF of version 7");
        rejects(bytes -> bytes.put(3, (byte) 1), "offset 3: .BTF with unknown flags 1");
        rejects(bytes -> bytes.putInt(4, 8), "offset 4: header of 8 bytes in a section of ");
        rejects(bytes -> bytes.putInt(4, -1), "offset 4: header of 4294967295 bytes in a section of ");
        rejects(() -> read(new byte[3]), "offset 0: .BTF of 3 bytes ends within its header");
    }

    @Test
    void rejectsPartsThatLieOutside() {
        rejects(bytes -> bytes.putInt(12, -4), "offset 8: type section at 0, 4294967292 bytes, lies outside");
        rejects(bytes -> bytes.putInt(8, 1 << 30), "offset 8: type section at 1073741824");
        rejects(bytes -> bytes.putInt(20, 1 << 20), "offset 16: string section at ");
        rejects(bytes -> bytes.putInt(20, 0), "offset 16: no string section");
        rejects(bytes -> bytes.putInt(20, 3), "last string has no end");
        rejects(bytes -> bytes.putInt(16, bytes.getInt(16) + 1), "lies outside the section");
    }

    @Test
    void rejectsTypesThatContradictTheSection() {
        rejects(bytes -> bytes.putInt(TYPES, 9999), "offset 24: type 1: name at 9999 lies outside the strings");
        rejects(bytes -> bytes.put(TYPES + 7, (byte) 30), "offset 28: type 1 is of unknown kind 30");
        rejects(bytes -> bytes.put(TYPES + 7, (byte) 0), "offset 28: type 1 is of unknown kind 0");
        rejects(bytes -> bytes.put(TYPES + 6, (byte) 1), "type 1 (INT) has unknown bits in its info");
        rejects(bytes -> bytes.put(TYPES + 4, (byte) 1), "offset 24: type 1 (INT) must not have elements, has 1");
        rejects(bytes -> bytes.put(TYPES + 7, (byte) 0x81), "offset 24: type 1 (INT) must not have the kind flag");
        rejects(bytes -> bytes.put(TYPES + 13, (byte) 1), "type 1 (INT) has unknown bits in its encoding, 0x1000120");
        // The pointer that follows the integer.
        rejects(bytes -> bytes.putInt(TYPES + 24, 77), "offset 40: type 2 (PTR) refers to type 77 of 4");
        rejects(bytes -> bytes.putInt(TYPES + 24, -1), "offset 40: type 2 (PTR) refers to type 4294967295 of 4");
        rejects(bytes -> bytes.putInt(TYPES + 24, 2), "offset 40: type 2 (PTR) refers to itself");
        // The struct after it: one member announced as many.
        rejects(bytes -> bytes.putShort(TYPES + 32, (short) -1), "offset 64: type 3 ends beyond the type section");
    }

    @Test
    void rejectsTypesThatContainThemselves() {
        rejects(
                () -> made(new Struct("s", 4, List.of(new Member("m", 2, 0, 0)), false), new Array(1, 1, 4)),
                "type 1 (STRUCT): refers to itself");
        rejects(() -> made(new Typedef("t", 2), new Const(1)), "type 1 (TYPEDEF): refers to itself");
        assertThat(made(new Struct("list", 8, List.of(new Member("next", 2, 0, 0)), false), new Ptr(1))
                        .types())
                .hasSize(2);
    }

    @Test
    void rejectsChainsOfReferencesThatNoLoaderWouldFollow() {
        BtfType[] chain = new BtfType[300_000];
        chain[0] = INT;
        for (int i = 1; i < chain.length; i++) {
            chain[i] = new Const(i);
        }
        rejects(() -> made(chain), "type 514 (CONST): leads through more than 512 types");
        assertThat(made(Arrays.copyOf(chain, 500)).sizeOf(500)).hasValue(4);
    }

    @Test
    void limitsWhatOverlappingStringsCost() {
        int longest = 40_000;
        Btf btf = made(new BtfType.Fwd("x".repeat(longest), false));
        byte[] strings = Arrays.copyOfRange(BtfWriter.write(btf), TYPES + 12, TYPES + 12 + longest + 2);
        ByteBuffer bytes =
                ByteBuffer.allocate(TYPES + 12 * longest + strings.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(Arrays.copyOf(BtfWriter.write(btf), TYPES));
        bytes.putInt(12, 12 * longest).putInt(16, 12 * longest);
        for (int i = 0; i < longest; i++) {
            bytes.putInt(1 + i).putInt(BtfKind.FWD.code() << 24).putInt(0);
        }
        bytes.put(strings);

        rejects(() -> read(bytes.array()), "strings overlap too often");
    }

    @Test
    void rejectsMisuseOfTheModel() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Struct("s", 1, List.of(new Member("m", 1, 0, 2)), false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BtfType.Enum("e", 4, false, List.of(new BtfType.Enumerator("NEGATIVE", -1))));
        assertThatIllegalArgumentException().isThrownBy(() -> new BtfType.Float("f", -1));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> made(new Ptr(2)));
    }

    private static Btf made(BtfType... types) {
        return Btf.of("made", ByteOrder.LITTLE_ENDIAN, List.of(types));
    }

    private static Btf read(byte[] bytes) {
        return BtfReader.read("sample", ByteBuffer.wrap(bytes));
    }

    /** What a change to the bytes of an integer, a pointer and a struct leads to. */
    private static void rejects(Consumer<ByteBuffer> change, String detail) {
        byte[] bytes = BtfWriter.write(
                made(INT, new Ptr(1), new Struct("s", 8, List.of(new Member("pointer", 2, 0, 0)), false)));
        change.accept(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        rejects(() -> read(bytes), detail);
    }

    private static void rejects(ThrowingCallable call, String detail) {
        assertThatExceptionOfType(LinkException.class).isThrownBy(call).satisfies(e -> {
            Diagnostic diagnostic = e.diagnostic();
            assertThat(diagnostic.problem()).isEqualTo(Problem.BTF_INVALID);
            assertThat(diagnostic.detail()).contains(detail);
            assertThat(diagnostic.input()).isNotNull();
        });
    }
}
