package io.github.bpflinker.btf.dump;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfFile;
import io.github.bpflinker.btf.BtfSamples;
import io.github.bpflinker.testing.Tool;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonDumpTest {

    private static final Pattern ENUM = Pattern.compile("\"kind\":\"ENUM\",[^\\]]*");
    private static final Pattern EXTENDED = Pattern.compile("(?<=\"val\":)18446744\\d{12}");

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("io.github.bpflinker.btf.dump.RawDumpTest#objects")
    void equalsBpftoolOnObjects(Path source, String target) throws IOException {
        Path object = BtfSamples.compile(source, target, folder);

        assertThat(json(BtfFile.read(object, null).btf())).isEqualTo(BtfSamples.bpftool(object, "-j"));
    }

    @Test
    void equalsBpftoolOnTheKernelButForItsSignExtension() throws IOException {
        String expected = BtfSamples.bpftool(Tool.KERNEL_BTF.require(), "-j");
        String corrected = ENUM.matcher(expected)
                .replaceAll(type -> EXTENDED.matcher(type.group()).replaceAll(value -> new BigInteger(value.group())
                        .mod(BigInteger.ONE.shiftLeft(Integer.SIZE))
                        .toString()));

        assertThat(json(BtfSamples.kernel()).equals(corrected)).isTrue();
    }

    private static String json(Btf btf) throws IOException {
        StringBuilder out = new StringBuilder();
        JsonDump.write(btf, out);
        return out.toString();
    }
}
