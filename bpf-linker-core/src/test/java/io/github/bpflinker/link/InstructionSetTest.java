package io.github.bpflinker.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.link.resolve.MergedModule;
import io.github.bpflinker.option.Cpu;
import io.github.bpflinker.option.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstructionSetTest {

    private static final String V2_AND_V3 = """
            define i32 @f() "target-cpu"="v2" { ret i32 1 }
            define i32 @g() "target-cpu"="v3" { ret i32 1 }
            declare i32 @outside() "target-cpu"="v4"
            """;

    @Test
    void isTheNewestOfTheFunctionsThatAreIn() {
        assertThat(of(V2_AND_V3, "generic", "")).isEqualTo(new InstructionSet("v3", ""));
    }

    @Test
    void isTheOneThatWasAskedFor() {
        assertThat(of(V2_AND_V3, "v1", "+alu32")).isEqualTo(new InstructionSet("v1", "+alu32"));
        assertThat(of(V2_AND_V3, "v4", "")).isEqualTo(new InstructionSet("v4", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "generic, generic",
        "v1, v1",
        "v2, v2",
        "v4, v4",
        "probe, probe",
        "x86-64, generic",
        "rocketlake, generic"
    })
    void isWhatAFunctionWasCompiledForIfBpfHasIt(String cpu, String expected) {
        assertThat(of("define i32 @f() \"target-cpu\"=\"" + cpu + "\" { ret i32 1 }", "generic", "")
                        .cpu())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Debian clang version 19.1.7 (3~deb12u1)   | generic",
                "clang version 20.1.7                      | v3",
                "Debian clang version 22.1.8 (1~deb12u1)   | v3",
                "rustc version 1.96.0 (ac68faa20 2026-05)  | generic"
            })
    void isTheCompilersUsualOneWhereAFunctionNamesNone(String compiler, String expected) {
        assertThat(of("define i32 @f() { ret i32 1 }", "generic", "", compiler).cpu())
                .isEqualTo(expected);
        assertThat(of("define i32 @f() \"target-cpu\"=\"v1\" { ret i32 1 }", "generic", "", compiler)
                        .cpu())
                .isEqualTo("v1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "+alu32           | -                | +alu32",
                "+alu32,+cx8,+mmx | +dwarfris        | +alu32,+dwarfris",
                "-alu32           | -alu32           | -alu32",
                "-alu32           | -                | ''",
                "-alu32           | +alu32           | +alu32"
            })
    void hasTheFeaturesThatAnyTurnsOnAndAllTurnOff(String one, String other, String expected) {
        String text = "define i32 @f() \"target-features\"=\"" + one + "\" { ret i32 1 }\ndefine i32 @g() "
                + (other == null ? "" : "\"target-features\"=\"" + other + "\"") + " { ret i32 1 }";
        assertThat(of(text, "generic", "").features()).isEqualTo(expected);
        assertThat(of(text, "generic", "-dummy").features()).isEqualTo("-dummy");
        assertThat(of(text, "v3", "").features()).isEmpty();
    }

    private static InstructionSet of(String text, String cpu, String features, String... compilers) {
        LinkRequest request = LinkRequest.builder()
                .input(Path.of("a.bc"))
                .cpu(Cpu.ofOptionName(cpu).orElseThrow())
                .set(LinkOption.CPU_FEATURES, features)
                .build();
        try (IrModule ir = IrModule.parse(text)) {
            MergedModule.MergedInput input =
                    new MergedModule.MergedInput("a.bc", "command line", "command line", true, List.of(compilers));
            return InstructionSet.of(request, new MergedModule(ir.module(), List.of(input), Map.of("f", "a.bc")));
        }
    }
}
