package io.github.bpflinker.llvm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.link.IrModule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StackElementAddressTest {

    /** The elements of an array that is aligned to 16 bytes, at an index that {@code computation} makes of %x and %y. */
    private static List<Boolean> withinAlignment(String computation, String address) {
        String function = """
                define void @f(i64 %%x, i64 %%y, i8 %%small, i1 %%bit, ptr %%elsewhere) {
                  %%array = alloca [64 x i8], align 16
                  %s
                  %%address = %s
                  store i8 1, ptr %%address
                  ret void
                }
                """.formatted(computation, address);
        try (IrModule ir = IrModule.parse(function)) {
            return StackElementAddress.of(ir.module().function("f").orElseThrow()).stream()
                    .map(StackElementAddress::isWithinAlignment)
                    .toList();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            %i = and i64 %x, 15                                  | true
            %i = and i64 %x, 16                                  | false
            %i = and i64 %x, -1                                  | false
            %i = urem i64 %x, 16                                 | true
            %i = urem i64 %x, 17                                 | false
            %i = lshr i64 %x, 60                                 | true
            %i = lshr i64 %x, 59                                 | false
            %i = zext i1 %bit to i64                             | true
            %i = zext i8 %small to i64                           | false
            %t = and i8 %small, 7     %i = zext i8 %t to i64     | true
            %t = and i8 %small, 7     %i = sext i8 %t to i64     | true
            %i = sext i8 %small to i64                           | false
            %t = trunc i64 %x to i3   %i = zext i3 %t to i64     | true
            %t = and i64 %x, 7        %i = shl i64 %t, 1         | true
            %t = and i64 %x, 7        %i = shl i64 %t, 2         | false
            %t = and i64 %x, 7        %i = add i64 %t, 8         | true
            %t = and i64 %x, 7        %i = add i64 %t, 9         | false
            %t = and i64 %x, 5        %i = or i64 %t, 8          | true
            %t = and i64 %x, 5        %i = xor i64 %t, 16        | false
            %t = and i64 %x, 3        %i = select i1 %bit, i64 %t, i64 15 | true
            %t = and i64 %x, 3        %i = select i1 %bit, i64 %t, i64 %y | false
            %i = mul i64 %x, %y                                  | false
            """)
    void knowsHowLargeAnIndexCanBe(String computation, boolean expected) {
        assertThat(withinAlignment(computation.replaceAll(" {2,}", "\n"), "getelementptr i8, ptr %array, i64 %i"))
                .containsExactly(expected);
    }

    @Test
    void followsAddressesWithinAddresses() {
        assertThat(withinAlignment(
                        "%i = and i64 %x, 3\n%part = getelementptr i8, ptr %array, i64 4",
                        "getelementptr [4 x i8], ptr %part, i64 0, i64 %i"))
                .containsExactly(true);
    }

    @Test
    void leavesOtherPointersAlone() {
        assertThat(withinAlignment("%i = and i64 %x, 3", "getelementptr i8, ptr %elsewhere, i64 %i"))
                .isEmpty();
    }

    @Test
    void leavesConstantIndicesAlone() {
        assertThat(withinAlignment("", "getelementptr i8, ptr %array, i64 3")).isEmpty();
    }
}
