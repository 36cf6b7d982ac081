package io.github.bpflinker.btf;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.btf.dedup.BtfDedup;
import io.github.bpflinker.btf.dedup.BtfPruner;
import io.github.bpflinker.btf.dump.CHeaderDump;
import io.github.bpflinker.btf.dump.ExtDump;
import io.github.bpflinker.btf.dump.JsonDump;
import io.github.bpflinker.btf.dump.RawDump;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Real BTF with a few bytes changed: everything gives a result or says what is wrong. */
class BtfMutationTest {

    private static final int TRIES = 200;

    /** What clang 22 makes of the C files of these names, so that no tool is needed here. */
    private static final List<BtfWriter.Sections> SAMPLES = Stream.of("core", "kinds", "bitfields")
            .map(name -> new BtfWriter.Sections(sample(name + ".btf"), sample(name + ".btf.ext")))
            .toList();

    private static ByteBuffer sample(String name) {
        try {
            return ByteBuffer.wrap(Files.readAllBytes(BtfSamples.source("samples/" + name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A change to a word of 32 bits.
     *
     * @param place in units of 4 bytes, taken modulo the size
     */
    record Change(int place, int value) {}

    @Provide
    Arbitrary<List<Change>> changes() {
        Arbitrary<Integer> values = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 120),
                Arbitraries.integers().between(0, 19).map(kind -> kind << 24 | 1),
                Arbitraries.integers());
        return Combinators.combine(Arbitraries.integers().between(0, 4000), values)
                .as(Change::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Property(tries = TRIES)
    void changedTypesGiveAResultOrOneError(
            @ForAll @IntRange(min = 0, max = 2) int sample, @ForAll("changes") List<Change> changes) {
        byte[] btf = changed(SAMPLES.get(sample).btf(), changes);

        resultOrError(() -> useAll(BtfReader.read("changed", ByteBuffer.wrap(btf))));
    }

    @Property(tries = TRIES)
    void changedExtGivesAResultOrOneError(
            @ForAll @IntRange(min = 0, max = 1) int sample, @ForAll("changes") List<Change> changes) {
        byte[] bytes = changed(SAMPLES.get(sample).ext(), changes);
        Btf btf = BtfReader.read("sample", SAMPLES.get(sample).btf());

        resultOrError(() -> {
            BtfExt ext = BtfExtReader.read("changed", ByteBuffer.wrap(bytes), btf);
            BtfWriter.Sections written = BtfWriter.write(btf, ext);
            Btf again = BtfReader.read("written", written.btf());
            assertThat(BtfExtReader.read("written", written.ext(), again)).isEqualTo(ext);
            ExtDump.write(btf, ext, new StringBuilder());
        });
    }

    @Property(tries = TRIES)
    void sectionsThatEndEarlyGiveOneError(
            @ForAll @IntRange(min = 0, max = 2) int sample, @ForAll @IntRange(min = 0, max = 8000) int length) {
        byte[] btf = changed(SAMPLES.get(sample).btf(), List.of());
        byte[] cut = Arrays.copyOf(btf, length % btf.length);

        resultOrError(() -> {
            BtfReader.read("cut", ByteBuffer.wrap(cut));
            throw new AssertionError("was read");
        });
    }

    private interface Use {
        void run() throws IOException;
    }

    private static void resultOrError(Use use) {
        try {
            use.run();
        } catch (LinkException e) {
            assertThat(e.diagnostic().problem()).isEqualTo(Problem.BTF_INVALID);
            assertThat(e.diagnostic().detail()).isNotBlank();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void useAll(Btf btf) throws IOException {
        assertThat(BtfReader.read("written", ByteBuffer.wrap(BtfWriter.write(btf))))
                .isEqualTo(btf);
        RawDump.write(btf, new StringBuilder());
        JsonDump.write(btf, new StringBuilder());
        BtfPruner.prune(btf, BtfExt.empty());
        for (int id = 0; id < btf.typeCount(); id++) {
            int sized = id;
            resultOrError(() -> btf.sizeOf(sized));
        }
        resultOrError(() -> CHeaderDump.write(btf, new StringBuilder()));
        Btf single = BtfDedup.dedup(btf).btf();
        assertThat(BtfDedup.dedup(single).btf()).isEqualTo(single);
    }

    private static byte[] changed(ByteBuffer original, List<Change> changes) {
        byte[] bytes = new byte[original.remaining()];
        original.get(bytes);
        ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (Change change : changes) {
            words.putInt(change.place() % (bytes.length / 4) * 4, change.value());
        }
        return bytes;
    }
}
