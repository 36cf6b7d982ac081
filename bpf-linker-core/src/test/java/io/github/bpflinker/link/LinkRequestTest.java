package io.github.bpflinker.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.input.Input;
import io.github.bpflinker.option.Cpu;
import io.github.bpflinker.option.LinkOption;
import io.github.bpflinker.option.LinkOptions;
import io.github.bpflinker.option.OptimizationLevel;
import io.github.bpflinker.option.OutputKind;
import io.github.bpflinker.option.RequestedLlvm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkRequestTest {

    private static final Path INPUT = Path.of("a.bc");

    @Test
    void hasTheDefaultsThatTheBuilderNames() {
        LinkRequest request = LinkRequest.builder().input(INPUT).build();

        assertThat(request.inputs()).containsExactly(Input.of(INPUT));
        assertThat(request.output()).isEmpty();
        assertThat(request.emit()).containsExactly(OutputKind.OBJ);
        assertThat(request.target()).isEmpty();
        assertThat(request.cpu()).isEqualTo(Cpu.GENERIC);
        assertThat(request.cpuFeatures()).isEmpty();
        assertThat(request.optimization()).isEqualTo(OptimizationLevel.O2);
        assertThat(request.btf()).isFalse();
        assertThat(request.exports()).isEmpty();
        assertThat(request.llvm()).isEqualTo(RequestedLlvm.AUTO);
        assertThat(request.options()).isEqualTo(LinkOptions.none());
    }

    @Test
    void needsAnInput() {
        assertThatThrownBy(() -> LinkRequest.builder().build()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void needsAKindOfOutput() {
        assertThatThrownBy(() -> LinkRequest.builder().input(INPUT).emit().build())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noExportIsNotTheSameAsNoWordAboutExports() {
        assertThat(LinkRequest.builder().input(INPUT).exports(List.of()).build().exports())
                .hasValueSatisfying(names -> assertThat(names).isEmpty());
    }

    @Test
    void hasOnlyTheSwitchesThatAreOn() {
        LinkRequest request = LinkRequest.builder()
                .input(INPUT)
                .set(LinkOption.UNROLL_LOOPS)
                .set(LinkOption.RELOCATABLE)
                .set(LinkOption.UNROLL_LOOPS, false)
                .build();

        assertThat(request.has(LinkOption.RELOCATABLE)).isTrue();
        assertThat(request.has(LinkOption.UNROLL_LOOPS)).isFalse();
        assertThat(request.get(LinkOption.KEEP_DWARF)).isEmpty();
    }

    @Test
    void doesNotChangeWithWhatItWasMadeOf() {
        List<String> exports = new ArrayList<>(List.of("a"));
        LinkRequest.Builder builder = LinkRequest.builder().input(INPUT).exports(exports);
        LinkRequest request = builder.build();
        exports.add("b");
        builder.input(Path.of("b.bc")).btf(true);

        assertThat(request.inputs()).hasSize(1);
        assertThat(request.btf()).isFalse();
        assertThat(request.exports())
                .hasValueSatisfying(names -> assertThat(names).containsExactly("a"));
    }

    @Test
    void writesInputsThatLookLikeOptionsAsFiles() {
        assertThat(LinkRequest.builder()
                        .input(Path.of("-x.bc"))
                        .input(Path.of("@y.bc"))
                        .build()
                        .toArguments())
                .containsExactly("./-x.bc", "./@y.bc");
    }
}
