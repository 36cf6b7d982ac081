package io.github.bpflinker.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.input.Input;
import io.github.bpflinker.link.LinkRequest.Switch;
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
        assertThat(request.cpu()).isEqualTo("generic");
        assertThat(request.cpuFeatures()).isEmpty();
        assertThat(request.optimization()).isEqualTo(OptimizationLevel.O2);
        assertThat(request.btf()).isFalse();
        assertThat(request.exports()).isEmpty();
        assertThat(request.llvm()).isEqualTo(RequestedLlvm.AUTO);
        assertThat(request.switches()).isEmpty();
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
    void exportsAddUp() {
        LinkRequest request = LinkRequest.builder()
                .input(INPUT)
                .exports(List.of("b"))
                .exports(List.of("a", "b"))
                .build();

        assertThat(request.exports().orElseThrow()).containsExactly("a", "b");
    }

    @Test
    void switchesGoOnAndOff() {
        LinkRequest request = LinkRequest.builder()
                .input(INPUT)
                .set(Switch.UNROLL_LOOPS, true)
                .set(Switch.RELOCATABLE, true)
                .set(Switch.UNROLL_LOOPS, false)
                .build();

        assertThat(request.switches()).containsExactly(Switch.RELOCATABLE);
        assertThat(request.has(Switch.RELOCATABLE)).isTrue();
        assertThat(request.has(Switch.UNROLL_LOOPS)).isFalse();
    }

    @Test
    void doesNotChangeWithWhatItWasMadeOf() {
        List<String> exports = new ArrayList<>(List.of("a"));
        LinkRequest.Builder builder = LinkRequest.builder().input(INPUT).exports(exports);
        LinkRequest request = builder.build();

        exports.add("b");
        builder.input(Path.of("b.bc")).exports(List.of("c")).llvmArgs(List.of("-x"));

        assertThat(request.inputs()).hasSize(1);
        assertThat(request.exports().orElseThrow()).containsExactly("a");
        assertThat(request.llvmArgs()).isEmpty();
    }
}
