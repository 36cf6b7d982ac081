package io.github.bpflinker.link;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BpfCpusTest {

    @ParameterizedTest
    @ValueSource(strings = {"generic", "probe", "v1", "v2", "v3", "v4"})
    void knowsTheCpusOfLlvm(String cpu) {
        assertThatCode(() -> BpfCpus.check(cpu, "")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+alu32", "-alu32", "+alu32,+dwarfris", "+alu32, -dummy"})
    void knowsTheFeaturesOfLlvm(String features) {
        assertThatCode(() -> BpfCpus.check("v3", features)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "v5::CPU_UNKNOWN:v5",
                "v3:alu32:CPU_FEATURE_UNKNOWN:alu32",
                "v3:+alu32,+fast:CPU_FEATURE_UNKNOWN:+fast"
            },
            delimiter = ':',
            emptyValue = "")
    void namesWhatItDoesNotKnow(String cpu, @Nullable String features, Problem problem, String symbol) {
        assertThatThrownBy(() -> BpfCpus.check(cpu, features == null ? "" : features))
                .asInstanceOf(InstanceOfAssertFactories.type(LinkException.class))
                .extracting(LinkException::diagnostic)
                .returns(problem, diagnostic -> diagnostic.problem())
                .returns(symbol, diagnostic -> diagnostic.symbol())
                .returns(false, diagnostic -> diagnostic.related().isEmpty());
    }
}
