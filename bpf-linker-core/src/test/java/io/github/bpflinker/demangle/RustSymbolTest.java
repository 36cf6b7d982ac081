package io.github.bpflinker.demangle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.testing.Command;
import io.github.bpflinker.testing.Compiler;
import io.github.bpflinker.testing.Tool;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RustSymbolTest {

    private static final String SOURCE = """
            #![no_std]
            #![crate_type = "lib"]
            pub trait T { fn t(&self, x: &[u8; 4]) -> u32; }
            pub struct S<A, const N: usize>(pub [A; N]);
            impl<A: Copy, const N: usize> T for S<A, N> {
                #[inline(never)] fn t(&self, x: &[u8; 4]) -> u32 { N as u32 + x[0] as u32 }
            }
            impl<A> S<A, 3> {
                #[inline(never)] pub fn each(&self, f: impl Fn(u32) -> u32) -> u32 { f(self.0.len() as u32) }
            }
            #[inline(never)] pub fn size<X, const B: bool, const C: char, const I: i8>(x: &mut X) -> u32 {
                core::mem::size_of_val(x) as u32 + B as u32 + C as u32 + I as u32
            }
            #[unsafe(no_mangle)] pub fn start(a: u32) -> u32 {
                let s = S([a, 2, 3]);
                let mut y = [1u16; 5];
                s.t(&[1, 2, 3, 4])
                    + s.each(|q| q * a)
                    + size::<_, true, 'x', -3>(&mut y)
                    + size::<_, false, 'y', 100>(&mut (1u8, &3i32, core::ptr::null::<&str>()))
                    + size::<_, false, 'z', 0>(&mut (core::ptr::null_mut::<[S<(), 1>; 2]>(),))
            }
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "_ZN4core9panicking9panic_fmt17h0123456789abcdefE core::panicking::panic_fmt",
                "_ZN26_$LT$T$u20$as$u20$a..B$GT$1f17h0123456789abcdefE '<T as a::B>::f'",
                "_ZN1a16f$LT$$RF$str$GT$17h0123456789abcdefE a::f<&str>",
                "_RNvNtC4core9panicking9panic_fmt core::panicking::panic_fmt",
                "_RNCNvC1d4main0 d::main::{closure#0}",
                "_RNCNvC1d4mains_0 d::main::{closure#1}",
                "_RINvC1d1fNtB2_1SE d::f::<d::S>"
            })
    void readsBothManglings(String symbol, String name) {
        assertThat(RustSymbol.demangle(symbol)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "main",
                "_R",
                "_ZN",
                "_ZN3foo3barE",
                "_ZN3foo3barEv",
                "_ZN17h0123456789abcdefE",
                "_ZN99999999999999999999E",
                "_RNvC1d99f",
                "_RNvB_1f",
                "_RNvNvB_1f1g",
                "_RNvC1du5gr_e9",
                "_RINvC1d1fDNtB2_1TEL_E"
            })
    void leavesWhatItCantReadAsItIs(String symbol) {
        assertThat(RustSymbol.demangle(symbol)).isEqualTo(symbol);
    }

    @Test
    void givesUpOnSymbolsThatGrowWithoutEnd() {
        StringBuilder symbol = new StringBuilder("_RINvC1d1fTlE");
        for (int nested = 0; nested < 40; nested++) {
            symbol.append("TB9_B9_E");
        }
        assertThat(RustSymbol.demangle(symbol + "E").length()).isLessThan(20_000);
    }

    @Property(tries = 2000)
    void neverFails(
            @ForAll
                    @Chars({
                        'R', 'N', 'v', 'M', 'X', 'Y', 'I', 'C', 'B', 'E', 'K', 'T', 'A', 'S', '_', '0', '1', '9', 's',
                        'a', 'L', 'h'
                    })
                    @StringLength(max = 40)
                    String text) {
        assertThat(RustSymbol.demangle("_R" + text)).isNotNull();
        assertThat(RustSymbol.demangle("_ZN" + text)).isNotNull();
    }

    @Test
    void agreesWithLlvmOnWhatRustcWrites(@TempDir Path folder) {
        Path module = Compiler.rustc(
                folder, "d.bc", SOURCE, "-C", "symbol-mangling-version=v0", "--emit=llvm-bc", "-C", "codegen-units=1");
        Path tools = Tool.LLVM_22_TOOLS.require();
        List<String> symbols = new ArrayList<>();
        Command.run(tools.resolveSibling("llvm-nm").toString(), "--format=just-symbols", module.toString())
                .orFail()
                .lines()
                .filter(symbol -> symbol.startsWith("_R"))
                .forEach(symbols::add);
        assertThat(symbols).hasSizeGreaterThanOrEqualTo(5);
        for (String symbol : symbols) {
            String expected = Command.run(tools.resolveSibling("llvm-cxxfilt").toString(), symbol)
                    .orFail()
                    .strip();
            assertThat(RustSymbol.demangle(symbol)).isEqualTo(expected);
        }
    }
}
