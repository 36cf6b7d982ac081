package io.github.bpflinker.kernel.code;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.elf.Instruction;
import io.github.bpflinker.kernel.code.ControlFlow.BackEdge;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ControlFlowTest {

    private static final Instruction NOTHING = unit(0xb7, 0, 0);
    private static final Instruction EXIT = unit(0x95, 0, 0);

    private static Instruction unit(int opcode, int offset, int imm) {
        return new Instruction(opcode, 0, 0, (short) offset, imm);
    }

    private static Instruction jump(int distance) {
        return unit(0x05, distance, 0);
    }

    private static Instruction jumpIfEqual(int distance) {
        return unit(0x15, distance, 0);
    }

    private static List<BackEdge> backEdges(Instruction... code) {
        return new ControlFlow(List.of(code)).backEdges();
    }

    @Test
    void findsALoop() {
        assertThat(backEdges(NOTHING, NOTHING, jumpIfEqual(-2), EXIT)).containsExactly(new BackEdge(2, 1));
    }

    @Test
    void aJumpBackwardsIsNoLoopByItself() {
        assertThat(backEdges(jump(1), EXIT, NOTHING, jump(-3))).isEmpty();
    }

    @Test
    void blocksInAnyOrderAreNoLoop() {
        assertThat(backEdges(jump(2), NOTHING, jump(1), jump(-3), EXIT)).isEmpty();
    }

    @Test
    void aLoopCanBeClosedByGoingOn() {
        assertThat(backEdges(jump(2), NOTHING, jumpIfEqual(1), jump(-3), EXIT)).containsExactly(new BackEdge(2, 3));
    }

    @Test
    void anInstructionThatJumpsToItselfIsALoop() {
        assertThat(backEdges(jumpIfEqual(-1), EXIT)).containsExactly(new BackEdge(0, 0));
    }

    @Test
    void findsEveryOneOfTwoNestedLoops() {
        assertThat(backEdges(NOTHING, NOTHING, jumpIfEqual(-2), jumpIfEqual(-4), EXIT))
                .containsExactlyInAnyOrder(new BackEdge(2, 1), new BackEdge(3, 0));
    }

    @Test
    void longJumpsAndBudgetsCount() {
        assertThat(backEdges(NOTHING, unit(0x06, 0, -2))).containsExactly(new BackEdge(1, 0));
        assertThat(backEdges(unit(0xe5, 1, 0), jump(-2), EXIT)).containsExactly(new BackEdge(1, 0));
    }

    @Test
    void codeThatNothingReachesDoesNotCount() {
        assertThat(backEdges(EXIT, NOTHING, jump(-2))).isEmpty();
    }

    @Test
    void stepsOverTheSecondHalfOfAConstant() {
        assertThat(backEdges(unit(0x18, 0, 0), unit(0, 0, 0), jumpIfEqual(-3), EXIT))
                .containsExactly(new BackEdge(2, 0));
    }

    @Provide
    static Arbitrary<List<Instruction>> code() {
        Arbitrary<Integer> opcodes = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 255),
                Arbitraries.of(0x05, 0x06, 0x0d, 0x15, 0x18, 0x1d, 0x85, 0x8d, 0x95, 0xe5, 0x07, 0xbf, 0x7b, 0x63));
        Arbitrary<Integer> registers = Arbitraries.integers().between(0, 15);
        Arbitrary<Short> offsets =
                Arbitraries.oneOf(Arbitraries.shorts().between((short) -20, (short) 20), Arbitraries.shorts());
        Arbitrary<Integer> constants =
                Arbitraries.oneOf(Arbitraries.integers().between(-20, 20), Arbitraries.integers());
        return Combinators.combine(opcodes, registers, registers, offsets, constants)
                .as(Instruction::new)
                .list()
                .ofMaxSize(60);
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void anyCodeHasAnAnswer(@ForAll("code") List<Instruction> code) {
        for (BackEdge edge : new ControlFlow(code).backEdges()) {
            assertThat(edge.from()).isBetween(0, code.size() - 1);
            assertThat(edge.to()).isBetween(0, code.size() - 1);
        }
        assertThat(StackFrame.sizeOf(code)).isNotNegative();
        code.forEach(
                instruction -> assertThat(InstructionFeatures.of(instruction)).isNotNull());
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void codeThatOnlyJumpsForwardHasNoLoop(@ForAll("code") List<Instruction> code) {
        List<Instruction> forward = new ArrayList<>();
        for (Instruction i : code) {
            forward.add(new Instruction(
                    i.opcode(), i.dst(), i.src(), (short) (i.offset() & 0x7fff), i.imm() & Integer.MAX_VALUE));
        }
        assertThat(new ControlFlow(forward).backEdges()).isEmpty();
    }

    @Test
    void aMillionInstructionsAreNoTrouble() {
        List<Instruction> code = new ArrayList<>();
        for (int i = 0; i < 1_000_000; i++) {
            code.add(i % 2 == 0 ? NOTHING : jumpIfEqual(1));
        }
        code.add(jump(-5));
        assertThat(new ControlFlow(code).backEdges()).hasSize(1);
    }
}
