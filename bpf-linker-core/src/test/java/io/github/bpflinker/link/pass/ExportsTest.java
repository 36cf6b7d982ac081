package io.github.bpflinker.link.pass;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.link.IrModule;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportsTest {

    private static final String IR = """
            @LICENSE = global [4 x i8] c"GPL\\00", section "license"
            @map = global i32 0, section ".maps"
            @global_data = global i32 1
            @constant_data = constant i32 1, section ".rodata.name"
            @common_data = common global i32 0
            @weak_data = weak global i32 1
            @discardable_data = linkonce_odr global i32 1
            @weak_alias = weak alias i32 (), ptr @inlinable
            @alias = alias i32 (), ptr @inlinable
            define i32 @program() section "xdp" { ret i32 1 }
            define i32 @inlinable_program() alwaysinline section "tc" { ret i32 1 }
            define i32 @inlinable() { ret i32 1 }
            define i32 @subprogram() noinline { ret i32 1 }
            define i32 @subprogram_in_text() noinline section ".text.name" { ret i32 1 }
            define weak i32 @weak_function() { ret i32 1 }
            define linkonce_odr i32 @discardable_function() noinline { ret i32 1 }
            define i32 @not_optimized() noinline optnone { ret i32 1 }
            define ptr @memset(ptr %p, i32 %c, i64 %n) noinline { ret ptr %p }
            define i32 @memcmp() section "xdp" { ret i32 1 }
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LICENSE",
                "map",
                "global_data",
                "constant_data",
                "common_data",
                "weak_data",
                "weak_alias",
                "program",
                "inlinable_program",
                "subprogram",
                "subprogram_in_text",
                "weak_function"
            })
    void keepsWhatALoaderLooksUp(String name) {
        assertThat(isExported(new Exports(Optional.empty()), name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"discardable_data", "alias", "inlinable", "discardable_function", "not_optimized", "memset"})
    void keepsNothingElse(String name) {
        assertThat(isExported(new Exports(Optional.empty()), name)).isFalse();
    }

    @Test
    void keepsExactlyTheNamesThatWereGiven() {
        Exports exports = new Exports(Optional.of(Set.of("inlinable", "memset")));

        assertThat(isExported(exports, "inlinable")).isTrue();
        assertThat(isExported(exports, "memset")).isTrue();
        assertThat(isExported(exports, "program")).isFalse();
        assertThat(isExported(exports, "LICENSE")).isFalse();
        assertThat(exports.names()).containsExactlyInAnyOrder("inlinable", "memset");
    }

    @Test
    void keepsNoMemoryBuiltinsWhereTheyAreLocal() {
        Exports named = new Exports(Optional.of(Set.of("inlinable", "memset"))).withoutMemoryBuiltins();

        assertThat(isExported(named, "inlinable")).isTrue();
        assertThat(isExported(named, "memset")).isFalse();
        assertThat(isExported(named.withoutSubprograms(), "memset")).isFalse();
        assertThat(isExported(named.except(Set.of()), "memset")).isFalse();
        assertThat(isExported(new Exports(Optional.empty()).withoutMemoryBuiltins(), "memset"))
                .isFalse();
    }

    @Test
    void aProgramMayHaveTheNameOfAMemoryBuiltin() {
        assertThat(isExported(new Exports(Optional.empty()).withoutMemoryBuiltins(), "memcmp"))
                .isTrue();
    }

    private static boolean isExported(Exports exports, String name) {
        try (IrModule ir = IrModule.parse(IR)) {
            return exports.test(ir.value(name));
        }
    }
}
