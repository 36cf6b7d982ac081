package io.github.bpflinker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.option.LogLevel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RustLogTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "info                              | INFO",
                "DEBUG                             | DEBUG",
                "off                               | OFF",
                "1                                 | ERROR",
                "5                                 | TRACE",
                "warn,debug                        | DEBUG",
                "bpf_linker=debug                  | DEBUG",
                "bpf_linker                        | TRACE",
                "error, bpf_linker=info            | INFO",
                "bpf_linker=info,trace             | INFO",
                "bpf_linker::linker=debug          | DEBUG",
                "hyper=trace,warn,aya::maps=trace  | WARN",
                "=loud,info                        | INFO"
            })
    void readsTheLevelForUs(String value, LogLevel expected) {
        assertThat(RustLog.level(value)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "loud", "hyper=debug", "bpf_linker=loud", "bpf_linkers=debug", "[span]=trace", "7"})
    void passesOverWhatIsNotForUs(String value) {
        assertThat(RustLog.level(value)).isEmpty();
    }
}
