package io.github.bpflinker.btf.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfKind;
import io.github.bpflinker.btf.BtfLinkage;
import io.github.bpflinker.btf.BtfSamples;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.BtfType.Const;
import io.github.bpflinker.btf.BtfType.Enumerator;
import io.github.bpflinker.btf.BtfType.Fwd;
import io.github.bpflinker.btf.BtfType.Int;
import io.github.bpflinker.btf.BtfType.Member;
import io.github.bpflinker.btf.BtfType.Ptr;
import io.github.bpflinker.btf.BtfType.Struct;
import io.github.bpflinker.btf.RenumberedBtf;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class BtfDedupTest {

    private static final BtfType INT = new Int("int", 4, Int.SIGNED, 0, 32);
    private static final BtfType LONG = new Int("long", 8, Int.SIGNED, 0, 64);

    /** A list whose nodes point to each other: int, list, pointer to list. */
    private static final List<BtfType> LIST =
            List.of(INT, struct("list", 16, new Member("next", 3, 0, 0), new Member("v", 1, 64, 0)), new Ptr(2));

    @Test
    void makesCyclesOfTwoFilesOne() {
        RenumberedBtf result = BtfDedup.dedup(files(LIST, LIST));

        assertThat(result.btf().types()).isEqualTo(LIST);
        assertThat(result.ids().kept(5)).isEqualTo(2);
        assertThat(result.ids().kept(6)).isEqualTo(3);
        assertThat(result.ids().kept(0)).isZero();
    }

    @Test
    void keepsConflictingTypesOfOneName() {
        List<BtfType> other =
                List.of(LONG, struct("list", 16, new Member("next", 3, 0, 0), new Member("v", 1, 64, 0)), new Ptr(2));

        RenumberedBtf result = BtfDedup.dedup(files(LIST, other, LIST));

        assertThat(result.btf().types()).hasSize(6);
        assertThat(result.btf().ids("list")).hasSize(2);
        assertThat(result.ids().kept(8)).isEqualTo(2);
    }

    @Test
    void resolvesADeclarationWhereItsStructIsKnown() {
        List<BtfType> declares =
                List.of(new Fwd("peer", false), new Ptr(1), struct("user", 8, new Member("peer", 2, 0, 0)));
        List<BtfType> defines = List.of(
                struct("peer", 4, new Member("x", 2, 0, 0)),
                INT,
                new Ptr(1),
                struct("user", 8, new Member("peer", 3, 0, 0)));

        RenumberedBtf result = BtfDedup.dedup(files(declares, defines));

        assertThat(result.btf().find("peer", BtfKind.FWD)).isEmpty();
        assertThat(result.btf().ids("user")).hasSize(1);
        assertThat(result.btf().types()).hasSize(4);
        assertThat(result.ids().kept(1)).isEqualTo(result.ids().kept(4));
    }

    @Test
    void resolvesADeclarationThatNothingCompares() {
        RenumberedBtf result = BtfDedup.dedup(
                files(List.of(new Fwd("list", false), new Ptr(1), new BtfType.Var("v", 2, BtfLinkage.GLOBAL)), LIST));

        assertThat(result.btf().find("list", BtfKind.FWD)).isEmpty();
        assertThat(result.btf().types()).hasSize(4);
    }

    @Test
    void leavesADeclarationAloneThatCouldBeEither() {
        RenumberedBtf result = BtfDedup.dedup(files(
                List.of(new Fwd("s", false), new Ptr(1), new Fwd("s", true)),
                List.of(INT, struct("s", 4, new Member("a", 1, 0, 0))),
                List.of(INT, struct("s", 4, new Member("b", 1, 0, 0)))));

        assertThat(result.btf().find("s", BtfKind.FWD)).isPresent();
        assertThat(result.btf().types()).hasSize(6);
    }

    @Test
    void takesADeclarationForOneStructAtATime() {
        List<BtfType> declares =
                List.of(new Fwd("peer", false), new Ptr(1), struct("user", 8, new Member("peer", 2, 0, 0)));
        List<BtfType> first = List.of(
                INT,
                struct("peer", 4, new Member("x", 1, 0, 0)),
                new Ptr(2),
                struct("user", 8, new Member("peer", 3, 0, 0)));
        List<BtfType> second = List.of(
                INT,
                struct("peer", 4, new Member("y", 1, 0, 0)),
                new Ptr(2),
                struct("user", 8, new Member("peer", 3, 0, 0)));

        Btf result = BtfDedup.dedup(files(declares, first, second)).btf();

        assertThat(result.ids("user")).hasSize(2);
        assertThat(result.ids("peer")).hasSize(2);
        assertThat(result.find("peer", BtfKind.FWD)).isEmpty();
    }

    @Test
    void findsCopiesWithinOneFile() {
        // A struct that points to two copies of another, as a link of two crates has it.
        List<BtfType> one = List.of(
                INT,
                struct("map", 4, new Member("x", 1, 0, 0)),
                new Ptr(2),
                new Ptr(2),
                struct("user", 16, new Member("a", 3, 0, 0), new Member("b", 4, 64, 0)));
        List<BtfType> two = List.of(
                INT,
                struct("map", 4, new Member("x", 1, 0, 0)),
                struct("map", 4, new Member("x", 1, 0, 0)),
                new Ptr(2),
                new Ptr(3),
                struct("user", 16, new Member("a", 4, 0, 0), new Member("b", 5, 64, 0)));

        assertThat(BtfDedup.dedup(files(one, two)).btf().types()).hasSize(4);
        assertThat(BtfDedup.dedup(files(two, one)).btf().types()).hasSize(4);
    }

    @Test
    void resolvesForwardEnumsWhateverTheirSize() {
        BtfType full = new BtfType.Enum64("e", 8, false, List.of(new Enumerator("A", 1L << 40)));
        BtfType forward = new BtfType.Enum("e", 0, false, List.of());

        Btf result = BtfDedup.dedup(files(List.of(forward, new Ptr(1)), List.of(full, new Ptr(1)), List.of(forward)))
                .btf();

        assertThat(result.types()).hasSize(2).contains(full);
    }

    @Test
    void keepsVariablesAndSectionsApart() {
        List<BtfType> file = List.of(
                INT,
                new BtfType.Var("x", 1, BtfLinkage.STATIC),
                new BtfType.Datasec(".bss", 4, List.of(new BtfType.SectionVar(2, 0, 4))),
                new BtfType.DeclTag("tag", 2, -1, false));

        RenumberedBtf result = BtfDedup.dedup(files(file, file));

        assertThat(result.btf().types()).hasSize(7);
        assertThat(((BtfType.Datasec) result.btf().type(result.ids().kept(7)))
                        .vars()
                        .get(0)
                        .type())
                .isEqualTo(result.ids().kept(6));
    }

    @Test
    void keepsTagsOfDifferentMeaning() {
        List<BtfType> file = List.of(
                INT,
                new BtfType.TypeTag("user", 1, false),
                new BtfType.TypeTag("user", 1, true),
                new BtfType.TypeTag("rcu", 1, false),
                struct("s", 4, new Member("m", 1, 0, 0)),
                new BtfType.DeclTag("a", 5, -1, false),
                new BtfType.DeclTag("a", 5, 0, false));

        assertThat(BtfDedup.dedup(files(file, file)).btf().types()).isEqualTo(file);
    }

    @Test
    void usesEqualTypesOfABase() {
        Btf base = files(LIST);
        List<BtfType> own = new ArrayList<>(shifted(LIST, 3));
        own.add(new Const(5));
        Btf split = Btf.split("split", base, own);

        RenumberedBtf result = BtfDedup.dedup(split);

        assertThat(result.btf().types()).containsExactly(new Const(2));
        assertThat(result.btf().base()).contains(base);
        assertThat(result.ids().kept(6)).isEqualTo(3);
    }

    @Test
    void findsNothingInAKernelThatIsDeduplicated() {
        Btf kernel = BtfSamples.kernel();

        RenumberedBtf result = BtfDedup.dedup(kernel);

        assertThat(result.btf().types().equals(kernel.types())).isTrue();
    }

    private static Struct struct(String name, long size, Member... members) {
        return new Struct(name, size, List.of(members), false);
    }

    /** What several files declare, one after another, each with ids of its own. */
    @SafeVarargs
    private static Btf files(List<BtfType>... files) {
        List<BtfType> all = new ArrayList<>();
        for (List<BtfType> file : files) {
            all.addAll(shifted(file, all.size()));
        }
        return Btf.of("files", ByteOrder.LITTLE_ENDIAN, all);
    }

    private static List<BtfType> shifted(List<BtfType> file, int by) {
        IntUnaryOperator shift = id -> id == 0 ? 0 : id + by;
        return file.stream().map(type -> type.withReferences(shift)).toList();
    }
}
