package io.github.bpflinker.kernel.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.elf.Instruction;
import java.util.List;
import org.junit.jupiter.api.Test;

class StackFrameTest {

    private static final Instruction EXIT = new Instruction(0x95, 0, 0, (short) 0, 0);

    private static Instruction store(int base, int offset) {
        return new Instruction(0x7b, base, 1, (short) offset, 0);
    }

    private static Instruction copy(int to, int from) {
        return new Instruction(0xbf, to, from, (short) 0, 0);
    }

    private static Instruction add(int register, int constant) {
        return new Instruction(0x07, register, 0, (short) 0, constant);
    }

    private static long sizeOf(Instruction... code) {
        return StackFrame.sizeOf(List.of(code));
    }

    @Test
    void isAsLargeAsTheLowestAccess() {
        assertThat(sizeOf(store(10, -8), store(10, -64), store(10, -16), EXIT)).isEqualTo(64);
    }

    @Test
    void followsCopiesOfTheFramePointer() {
        assertThat(sizeOf(copy(2, 10), add(2, -100), copy(3, 2), store(3, -4), EXIT))
                .isEqualTo(104);
    }

    @Test
    void forgetsARegisterThatGotAnotherValue() {
        Instruction load = new Instruction(0x79, 2, 1, (short) 0, 0);
        assertThat(sizeOf(copy(2, 10), load, add(2, -100), store(2, -100), EXIT))
                .isZero();
        Instruction call = new Instruction(0x85, 0, 0, (short) 0, 7);
        assertThat(sizeOf(copy(2, 10), call, store(2, -100), EXIT)).isZero();
    }

    @Test
    void ignoresWhatLiesElsewhere() {
        assertThat(sizeOf(store(1, -100), add(1, -100), EXIT)).isZero();
    }
}
