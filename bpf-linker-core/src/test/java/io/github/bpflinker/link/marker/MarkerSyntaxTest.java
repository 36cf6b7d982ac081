package io.github.bpflinker.link.marker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.btf.CoreRelocation;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MarkerSyntaxTest {

    @Test
    void readsPaths() {
        Marker marker =
                MarkerSyntax.parse("__bpf_core.byte_offset.struct task_struct.r#signal -> rlim[0x3][07].rlim_cur");
        assertThat(marker).isInstanceOfSatisfying(Marker.Field.class, field -> {
            assertThat(field.kind()).isEqualTo(CoreRelocation.Kind.FIELD_BYTE_OFFSET);
            assertThat(field.root()).isEqualTo(new Marker.TypeName("struct", "task_struct"));
            assertThat(field.path())
                    .containsExactly(
                            new Marker.PathElement(false, "signal", List.of(), null),
                            new Marker.PathElement(true, "rlim", List.of(3, 7), null),
                            new Marker.PathElement(false, "rlim_cur", List.of(), null));
        });
    }

    @Test
    void readsTypesOfFields() {
        assertThat(said("i64")).isEqualTo("i64");
        assertThat(said(" * task_struct")).isEqualTo("*struct task_struct");
        assertThat(said("*")).isEqualTo("*");
        assertThat(said("u32 / 3")).isEqualTo("u32/3");
        assertThat(said("char[]")).isEqualTo("char[]");
        assertThat(said("union u[2][3]")).isEqualTo("union u[2][3]");
    }

    private static String said(String type) {
        Marker.Field field = (Marker.Field) MarkerSyntax.parse("__bpf_core.field_exists.t___x.f:" + type);
        return Objects.requireNonNull(field.path().get(0).type()).words();
    }

    @Test
    void readsNumbersWithBlanksInTheirNames() {
        assertThat(((Marker.Type) MarkerSyntax.parse("__bpf_core.type_size.long unsigned int"))
                        .root()
                        .name())
                .isEqualTo("long unsigned int");
    }

    @Test
    void readsSymbolsAndConfiguration() {
        assertThat(MarkerSyntax.parse("__bpf_ksym.weak.f(*task_struct, u64) -> i32"))
                .isInstanceOfSatisfying(Marker.KernelSymbol.class, symbol -> {
                    assertThat(symbol.weak()).isTrue();
                    assertThat(symbol.question()).isFalse();
                    assertThat(Objects.requireNonNull(symbol.signature()).parameters())
                            .hasSize(2);
                });
        assertThat(MarkerSyntax.parse("__bpf_ksym_exists.f"))
                .isEqualTo(new Marker.KernelSymbol("__bpf_ksym_exists.f", true, "f", true, null, null));
        assertThat(MarkerSyntax.parse("__bpf_kconfig.CONFIG_X:char[8]"))
                .isInstanceOfSatisfying(
                        Marker.Config.class, config -> assertThat(config.weak()).isFalse());
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> MarkerSyntax.parse("__bpf_core.byte_offset.task_struct"))
                .hasMessage("it says no field");
        assertThatThrownBy(() -> MarkerSyntax.parse("__bpf_core.byte_offset.task_struct.a[i]"))
                .hasMessage("the indexes [i] of 'a' are no numbers");
        assertThatThrownBy(() -> MarkerSyntax.parse("__bpf_core.field_exists.t.f:task_struct"))
                .hasMessageContaining("say struct task_struct");
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of(
                        "__bpf_core.",
                        "__bpf_core.byte_offset.",
                        "__bpf_core.load.",
                        "__bpf_ksym.",
                        "__bpf_ksym.weak.",
                        "__bpf_ksym_exists.",
                        "__bpf_kconfig.",
                        "__bpf_core.enum_value.")
                .flatMap(start -> Arbitraries.strings()
                        .withChars("ab_.->[]()0x9:,*/# #\"\\é")
                        .ofMaxLength(24)
                        .map(rest -> start + rest));
    }

    @Property
    void everyNameIsAMarkerOrHasAReasonNotToBeOne(@ForAll("names") String name) {
        assertThat(MarkerSyntax.isMarker(name)).isTrue();
        try {
            assertThat(MarkerSyntax.parse(name).symbol()).isEqualTo(name);
        } catch (MarkerException e) {
            assertThat(e.reason()).isNotBlank();
        }
    }
}
