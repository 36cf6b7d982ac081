package io.github.bpflinker.btf.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfExt;
import io.github.bpflinker.btf.BtfFile;
import io.github.bpflinker.btf.BtfSamples;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.BtfWriter;
import io.github.bpflinker.btf.RenumberedBtf;
import io.github.bpflinker.btf.dump.ExtDump;
import io.github.bpflinker.elf.ElfFile;
import io.github.bpflinker.testing.Command;
import io.github.bpflinker.testing.Tool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two C files that include the same header, linked as bitcode and deduplicated here, against the same two compiled
 * straight to objects that bpftool links.
 */
class LinkedPairsTest {

    private static final List<String> FILES = List.of("one", "two", "three", "four", "five");

    @TempDir
    static Path folder;

    static List<Arguments> pairs() {
        List<Arguments> pairs = new ArrayList<>();
        for (int i = 0; i < FILES.size(); i++) {
            for (int j = i + 1; j < FILES.size(); j++) {
                pairs.add(Arguments.of(FILES.get(i), FILES.get(j)));
            }
        }
        return pairs;
    }

    @BeforeAll
    static void compile() throws IOException {
        for (String file : FILES) {
            Path source = BtfSamples.source("pairs/" + file + ".c");
            Files.move(BtfSamples.compile(source, "bpf", folder), folder.resolve(file + ".o"));
            Files.move(BtfSamples.compile(source, "bpf", folder, "-emit-llvm"), folder.resolve(file + ".bc"));
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void isNoLargerThanWhatBpftoolMakes(String first, String second) throws IOException {
        run(Tool.BPFTOOL.require(), "gen", "object", "theirs.o", first + ".o", second + ".o");
        ElfFile theirs = elf("theirs.o");

        BtfFile linked = link(first, second);
        BtfFile ours = shrink(linked);

        assertThat(ours.btf().typeCount())
                .isLessThanOrEqualTo(BtfFile.read(theirs, null).btf().typeCount());
        assertThat((long) BtfWriter.write(ours.btf(), ours.ext().orElseThrow())
                        .btf()
                        .remaining())
                .isLessThanOrEqualTo(theirs.section(".BTF").orElseThrow().size());
        assertThat(meaning(ours)).isEqualTo(meaning(linked));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void leavesNothingTwiceAndNothingUnreachable(String first, String second) throws IOException {
        BtfFile ours = shrink(link(first, second));

        Set<BtfType> seen = new HashSet<>();
        assertThat(ours.btf().types()).allMatch(seen::add);
        assertThat(BtfDedup.dedup(ours.btf()).btf()).isEqualTo(ours.btf());
        assertThat(BtfPruner.prune(ours.btf(), BtfExt.empty()).btf()).isEqualTo(ours.btf());
    }

    private static BtfFile link(String first, String second) throws IOException {
        Path tools = Tool.LLVM_22_TOOLS.require().resolveSibling("");
        run(tools.resolve("llvm-link"), "-o", "linked.bc", first + ".bc", second + ".bc");
        run(tools.resolve("llc"), "-march=bpf", "-filetype=obj", "-o", "linked.o", "linked.bc");
        return BtfFile.read(elf("linked.o"), null);
    }

    private static BtfFile shrink(BtfFile file) {
        RenumberedBtf single = BtfDedup.dedup(file.btf());
        BtfExt ext = file.ext().orElseThrow().remap(single.ids());
        RenumberedBtf pruned = BtfPruner.prune(single.btf(), ext);
        Btf btf = pruned.btf();
        return new BtfFile(btf, file.ext().map(e -> e.remap(single.ids().then(pruned.ids()))));
    }

    /** What functions, lines and relocations say, in words. */
    private static String meaning(BtfFile file) throws IOException {
        StringBuilder out = new StringBuilder();
        ExtDump.write(file.btf(), file.ext().orElseThrow(), out);
        return out.toString().replaceAll("type_id=\\d+", "");
    }

    private static ElfFile elf(String name) throws IOException {
        return ElfFile.read(name, ByteBuffer.wrap(Files.readAllBytes(folder.resolve(name))));
    }

    private static void run(Path tool, String... arguments) {
        List<String> command = new ArrayList<>(List.of(tool.toString()));
        command.addAll(List.of(arguments));
        Command.run(folder, command).orFail();
    }
}
