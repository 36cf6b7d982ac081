package io.github.bpflinker.link;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CpuFeaturesTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "+alu32", "-alu32", "+alu32,+dwarfris", "+alu32, -dummy"})
    void knowsTheFeaturesOfLlvm(String features) {
        assertThatCode(() -> CpuFeatures.check(features)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            value = {"alu32:alu32", "+alu32,+fast:+fast"},
            delimiter = ':')
    void namesWhatItDoesNotKnow(String features, String symbol) {
        assertThatThrownBy(() -> CpuFeatures.check(features))
                .asInstanceOf(InstanceOfAssertFactories.type(LinkException.class))
                .extracting(LinkException::diagnostic)
                .returns(Problem.CPU_FEATURE_UNKNOWN, diagnostic -> diagnostic.problem())
                .returns(symbol, diagnostic -> diagnostic.symbol())
                .returns(false, diagnostic -> diagnostic.related().isEmpty());
    }
}
