package io.github.bpflinker.load.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.CoreRelocation.Kind;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoreRelocatorTest {

    private static final int UNSIGNED = 0;
    private static final int SIGNED = BtfType.Int.SIGNED;

    /** {@code struct NAME { unsigned TYPE a; unsigned TYPE b; }} and integers of 1 to 8 bytes, ids 1 to 4. */
    private static TargetTypes types(String name, List<BtfType> more) {
        List<BtfType> types = new ArrayList<>(List.of(
                new BtfType.Int("u8", 1, UNSIGNED, 0, 8),
                new BtfType.Int("u16", 2, UNSIGNED, 0, 16),
                new BtfType.Int("u32", 4, UNSIGNED, 0, 32),
                new BtfType.Int("u64", 8, UNSIGNED, 0, 64),
                new BtfType.Int("int", 4, SIGNED, 0, 32)));
        types.addAll(more);
        return new ModelTypes(name, Btf.of(name, ByteOrder.LITTLE_ENDIAN, types));
    }

    private static BtfType.Struct struct(String name, long size, BtfType.Member... members) {
        return new BtfType.Struct(name, size, List.of(members), false);
    }

    private static BtfType.Member member(String name, int type, int bytes) {
        return new BtfType.Member(name, type, 8L * bytes, 0);
    }

    private static CoreRelocator relocator(TargetTypes local, TargetTypes kernel, TargetTypes... modules) {
        return new CoreRelocator(local, kernel, () -> List.of(modules), ByteOrder.LITTLE_ENDIAN);
    }

    private static final TargetTypes LOCAL =
            types("object", List.of(struct("s___mine", 8, member("a", 3, 0), member("b", 3, 4))));

    @Test
    void offsetsComeFromTheTarget() {
        TargetTypes kernel = types("vmlinux", List.of(struct("s", 16, member("b", 3, 12), member("c", 3, 0))));
        CoreRelocator relocator = relocator(LOCAL, kernel);
        assertThat(relocator.resolve(6, "0:1", Kind.FIELD_BYTE_OFFSET))
                .isEqualTo(new CoreValue(4, 12, false, true, false, 4, 4));
        assertThat(relocator.resolve(6, "0:0", Kind.FIELD_EXISTS).value()).isZero();
        assertThat(relocator.resolve(6, "0:0", Kind.FIELD_BYTE_OFFSET).poison()).isTrue();
    }

    @Test
    void elementsOfArraysCountFromTheSizeOfTheTarget() {
        TargetTypes kernel = types("vmlinux", List.of(struct("s", 100, member("b", 3, 12))));
        assertThat(relocator(LOCAL, kernel)
                        .resolve(6, "2:1", Kind.FIELD_BYTE_OFFSET)
                        .value())
                .isEqualTo(212);
    }

    @Test
    void modulesAreAskedOnlyForWhatTheKernelLacks() {
        TargetTypes without = types("vmlinux", List.of());
        TargetTypes module = types("module", List.of(struct("s", 8, member("b", 3, 2))));
        TargetTypes kernel = types("vmlinux", List.of(struct("s", 8, member("b", 3, 1))));
        assertThat(relocator(LOCAL, without, module)
                        .resolve(6, "0:1", Kind.FIELD_BYTE_OFFSET)
                        .value())
                .isEqualTo(2);
        assertThat(relocator(LOCAL, kernel, module)
                        .resolve(6, "0:1", Kind.FIELD_BYTE_OFFSET)
                        .value())
                .isEqualTo(1);
    }

    @Test
    void candidatesThatDisagreeAreAnError() {
        TargetTypes kernel = types(
                "vmlinux",
                List.of(
                        struct("s", 8, member("b", 3, 4)),
                        struct("s___2", 16, member("b", 3, 8)),
                        struct("s___3", 8, member("other", 3, 0))));
        assertThatThrownBy(() -> relocator(LOCAL, kernel).resolve(6, "0:1", Kind.FIELD_BYTE_OFFSET))
                .isInstanceOf(CoreException.class)
                .hasMessageContaining("both fit");
    }

    @Test
    void candidatesThatDidNotFitAreOutForLaterRelocations() {
        TargetTypes kernel = types(
                "vmlinux",
                List.of(struct("s", 8, member("a", 3, 0), member("b", 3, 4)), struct("s___2", 16, member("b", 3, 8))));
        CoreRelocator relocator = relocator(LOCAL, kernel);
        assertThat(relocator.resolve(6, "0:0", Kind.FIELD_BYTE_OFFSET).value()).isZero();
        assertThat(relocator.resolve(6, "0:1", Kind.FIELD_BYTE_OFFSET).value()).isEqualTo(4);
    }

    @Test
    void whatIsMissingIsToldOfTheCandidatesThatAreLeft() {
        TargetTypes local = types("object", List.of(struct("s", 8, member("a", 3, 0), member("b", 3, 4))));
        TargetTypes kernel =
                types("vmlinux", List.of(struct("s", 4, member("a", 3, 0)), struct("s___2", 4, member("b", 3, 0))));
        CoreRelocator relocator = relocator(local, kernel);
        assertThat(relocator.missing(6, "0:1", Kind.FIELD_BYTE_OFFSET)).isEmpty();
        assertThat(relocator.resolve(6, "0:0", Kind.FIELD_BYTE_OFFSET).poison()).isFalse();
        assertThat(relocator.resolve(6, "0:1", Kind.FIELD_BYTE_OFFSET).poison()).isTrue();
        assertThat(relocator.missing(6, "0:1", Kind.FIELD_BYTE_OFFSET)).hasValue("no field b in struct s");
    }

    @ParameterizedTest
    @CsvSource({"1, false, 1", "2, false, 2", "4, false, 8", "5, true, 4"})
    void loadsTakeTheSizeOfTheTargetIfTheyCan(int targetType, boolean unfit, int size) {
        TargetTypes kernel = types("vmlinux", List.of(struct("s", 16, member("a", targetType, 8))));
        TargetTypes local = targetType == 5
                ? types("object", List.of(struct("s", 8, member("a", 4, 0))))
                : types("object", List.of(struct("s", 8, member("a", 3, 0))));
        CoreValue value = relocator(local, kernel).resolve(6, "0:0", Kind.FIELD_BYTE_OFFSET);
        assertThat(value.unfit()).isEqualTo(unfit);
        assertThat(value.size()).isEqualTo(size);
    }

    @ParameterizedTest
    @CsvSource({
        // ldxw r1, [r2 + 0] becomes ldxb, ldxh, ldxdw at offset 8.
        "1, 71",
        "2, 69",
        "4, 79"
    })
    void opcodesFollowTheSize(int targetType, String opcode) {
        TargetTypes kernel = types("vmlinux", List.of(struct("s", 16, member("a", targetType, 8))));
        TargetTypes local = types("object", List.of(struct("s", 8, member("a", 3, 0))));
        CodeBuffer code = new CodeBuffer(new byte[] {0x61, 0x21, 0, 0, 0, 0, 0, 0}, ByteOrder.LITTLE_ENDIAN);
        CoreValue value = relocator(local, kernel).resolve(6, "0:0", Kind.FIELD_BYTE_OFFSET);
        assertThat(CorePatch.apply(code, 0, value)).isFalse();
        assertThat(Integer.toHexString(code.opcode(0))).isEqualTo(opcode);
        assertThat(code.offset(0)).isEqualTo((short) 8);
    }

    @Test
    void instructionsMustHoldWhatTheCompilerPutThere() {
        TargetTypes kernel = types("vmlinux", List.of(struct("s", 16, member("b", 3, 8))));
        CodeBuffer code = new CodeBuffer(new byte[] {0x07, 0x01, 0, 0, 3, 0, 0, 0}, ByteOrder.LITTLE_ENDIAN);
        CoreValue value = relocator(LOCAL, kernel).resolve(6, "0:1", Kind.FIELD_BYTE_OFFSET);
        assertThatThrownBy(() -> CorePatch.apply(code, 0, value))
                .isInstanceOf(CoreException.class)
                .hasMessageContaining("holds 3 instead of 4");
    }

    @Test
    void membersOfAnonymousStructsAreFoundWhereverTheyAre() {
        TargetTypes kernel = types(
                "vmlinux",
                List.of(struct("", 8, member("b", 3, 4)), struct("s", 16, member("c", 3, 0), member("", 6, 8))));
        assertThat(relocator(LOCAL, kernel)
                        .resolve(6, "0:1", Kind.FIELD_BYTE_OFFSET)
                        .value())
                .isEqualTo(12);
    }

    @ParameterizedTest
    @CsvSource({"0:7", "0:0:0", "x", "''", "0::1", "-1:0", "0:1:"})
    void wildPathsAreRefused(String access) {
        assertThatThrownBy(() -> relocator(LOCAL, LOCAL).resolve(6, access, Kind.FIELD_BYTE_OFFSET))
                .isInstanceOf(CoreException.class);
    }

    @Test
    void relocationsAreDescribed() {
        assertThat(CoreText.describe(LOCAL, 6, "1:1", Kind.FIELD_BYTE_SIZE))
                .isEqualTo("struct s___mine[1].b (byte_sz)");
        assertThat(CoreText.describe(LOCAL, 6, "0", Kind.TYPE_EXISTS)).isEqualTo("struct s___mine (type_exists)");
    }
}
