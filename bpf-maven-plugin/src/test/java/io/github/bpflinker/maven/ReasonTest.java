package io.github.bpflinker.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ReasonTest {

    /** One of each reason, its texts and numbers made up. */
    static Stream<Reason> reasons() {
        return records(Reason.class).map(type -> {
            Constructor<?> constructor = type.getDeclaredConstructors()[0];
            Object[] values = Arrays.stream(constructor.getParameterTypes())
                    .map(parameter -> parameter == String.class ? "ONE" : parameter == int.class ? (Object) 2 : 3L)
                    .toArray();
            try {
                return (Reason) constructor.newInstance(values);
            } catch (ReflectiveOperationException e) {
                throw new LinkageError(e.getMessage(), e);
            }
        });
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(ReasonTest::records);
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void everyReasonHasASentenceInOneLine(Reason reason) {
        assertThat(reason.sentence())
                .contains("ONE")
                .doesNotContain("\n", "null")
                .doesNotEndWith(".");
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void everyReasonThatIsOursNamesARemedy(Reason reason) {
        boolean isOfOthers = reason instanceof Reason.CargoFailed
                || reason instanceof Reason.LinkFailed
                || reason instanceof Reason.LinkerRefuses
                || reason instanceof MachineReason.Interrupted;
        assertThat(reason.sentence().contains("; ")).isEqualTo(!isOfOthers);
    }

    @ParameterizedTest
    @CsvSource({
        "a.c, rename it to src/a.bpf.c",
        "a.rs, src/a/Cargo.toml",
        "Cargo.toml, src/NAME/Cargo.toml",
        "a.bpf.cpp, src/a.bpf.c"
    })
    void namesTheNearestRightPlaceOfASource(String name, String expected) {
        assertThat(new Reason.NoObject("src/" + name).sentence()).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "'error: `#[panic_handler]` function required, but not found', write #[panic_handler] fn",
        "'error[E0463]: can''t find crate for `std`', #![no_std]",
        "'error: cannot find macro `println` in this scope', bpf_trace_printk",
        "'error: using `fn main` requires the standard library', #![no_main]"
    })
    void saysWhatAnErrorOfRustMeansInBpf(String error, String expected) {
        assertThat(new Reason.CargoFailed("probe", "src/main/bpf/probe", "101", error).sentence())
                .contains(error + "; ")
                .contains(expected);
    }

    @Test
    void countsOneFailedObjectAsOne() {
        assertThat(new Reason.SeveralFailed(1, "probe").sentence()).startsWith("object 'probe' failed");
    }
}
