package io.github.bpflinker.btf.dump;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfFile;
import io.github.bpflinker.btf.BtfSamples;
import io.github.bpflinker.testing.Tool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RawDumpTest {

    @TempDir
    Path folder;

    static Stream<Arguments> objects() {
        return BtfSamples.sources().stream()
                .flatMap(source -> Stream.of("bpf", "bpfeb").map(target -> Arguments.of(source, target)));
    }

    @ParameterizedTest
    @MethodSource("objects")
    void listsObjectsAsBpftoolDoes(Path source, String target) throws IOException {
        Path object = BtfSamples.compile(source, target, folder);

        assertThat(raw(BtfFile.read(object, null).btf())).isEqualTo(BtfSamples.bpftool(object));
    }

    @Test
    void listsRustAsBpftoolDoes() throws IOException {
        Path object = BtfSamples.compileRust(BtfSamples.source("rust.rs"), folder);

        assertThat(raw(BtfFile.read(object, null).btf())).isEqualTo(BtfSamples.bpftool(object));
    }

    @Test
    void listsTheKernelAsBpftoolDoes() throws IOException {
        String expected = BtfSamples.bpftool(Tool.KERNEL_BTF.require());

        // Not isEqualTo: a difference would be reported with both texts of 12 MB.
        assertThat(raw(BtfSamples.kernel()).equals(expected)).isTrue();
    }

    private static String raw(Btf btf) throws IOException {
        StringBuilder out = new StringBuilder();
        RawDump.write(btf, out);
        return out.toString();
    }
}
