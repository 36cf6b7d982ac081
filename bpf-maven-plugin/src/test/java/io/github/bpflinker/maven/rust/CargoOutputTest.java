package io.github.bpflinker.maven.rust;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CargoOutputTest {

    @Test
    void givesEachLineTheLevelOfItsMessage() {
        RecordedLog log = new RecordedLog();
        CargoOutput output = new CargoOutput(log);
        for (String line : new String[] {
            "   Compiling x v0.1.0",
            "warning: unused",
            "  --> src/main.rs:1:1",
            "",
            "error[E0425]: cannot find",
            " |",
            ""
        }) {
            output.accept(line);
        }
        output.accept("    Finished");

        assertThat(log.lines())
                .containsExactly(
                        "INFO    Compiling x v0.1.0",
                        "WARN warning: unused",
                        "WARN   --> src/main.rs:1:1",
                        "ERROR error[E0425]: cannot find",
                        "ERROR  |",
                        "INFO     Finished");
        assertThat(output.firstError()).isEqualTo("error[E0425]: cannot find");
    }
}
