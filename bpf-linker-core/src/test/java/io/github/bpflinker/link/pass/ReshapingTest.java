package io.github.bpflinker.link.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.link.IrModule;
import io.github.bpflinker.option.OptimizationLevel;
import io.github.bpflinker.version.LlvmVersion;
import org.junit.jupiter.api.Test;

class ReshapingTest {

    /** The oldest that the tests run with. */
    private static final LlvmVersion LLVM = new LlvmVersion(19, 1, 0);

    private static final String PANICS_TWO_CALLS_DEEP = """
            declare void @panic() #0
            define internal i32 @deep(i32 %i) #1 {
              %bad = icmp ugt i32 %i, 3
              br i1 %bad, label %fail, label %good
            fail:
              call void @panic()
              unreachable
            good:
              ret i32 %i
            }
            define internal i32 @middle(i32 %i) #1 {
              %r = call i32 @deep(i32 %i) #1
              ret i32 %r
            }
            define i32 @program(ptr %context) section "xdp" {
              %i = load i32, ptr %context
              %r = call i32 @middle(i32 %i) #1
              ret i32 %r
            }
            attributes #0 = { noreturn }
            attributes #1 = { noinline }
            """;

    @Test
    void turnsPanicsOfAnyDepthIntoReturnsOfTheProgram() {
        try (IrModule ir = IrModule.parse(PANICS_TWO_CALLS_DEEP)) {
            new ExitOnPanic().run(ir.module());
            new Optimize(OptimizationLevel.O2, ir.machine()).run(ir.module());
            new ReturnAtUnreachable(7).run(ir.module());
            assertThat(ir.module().toIr())
                    .doesNotContain("call ")
                    .doesNotContain("unreachable")
                    .contains("ret i32 ");
            assertThat(ir.module().toIr()).containsPattern("i32 7\\b");
            assertThat(ir.module().verify()).isEmpty();
        }
    }

    @Test
    void refusesPanicsInFunctionsThatTheKernelCallsBack() {
        String callback =
                PANICS_TWO_CALLS_DEEP.replace("%r = call i32 @middle(i32 %i) #1", "%r = call i32 @loop(ptr @deep)")
                        + "declare i32 @loop(ptr)\n";
        try (IrModule ir = IrModule.parse(callback)) {
            LinkException refused = catchThrowableOfType(LinkException.class, () -> new ExitOnPanic().run(ir.module()));
            assertThat(refused.diagnostic().problem()).isEqualTo(Problem.PANIC_NOT_INLINED);
            assertThat(refused.diagnostic().function()).isEqualTo("deep");
        }
    }

    @Test
    void inlinesWhatTheSourceAndItsCallsMarkNoinline() {
        try (IrModule ir = IrModule.parse(PANICS_TWO_CALLS_DEEP.replace("call void @panic()", ""))) {
            new InlineEverything().run(ir.module());
            new Optimize(OptimizationLevel.O2, ir.machine()).run(ir.module());
            assertThat(ir.module().toIr()).doesNotContain("call i32 @");
        }
    }

    @Test
    void namesTheCycleOfARecursion() {
        String recursion = """
                define internal i32 @ping(i32 %i) {
                  %r = call i32 @pong(i32 %i)
                  ret i32 %r
                }
                define internal i32 @pong(i32 %i) {
                  %r = call i32 @ping(i32 %i)
                  ret i32 %r
                }
                define i32 @program(i32 %i) {
                  %r = call i32 @ping(i32 %i)
                  ret i32 %r
                }
                """;
        try (IrModule ir = IrModule.parse(recursion)) {
            LinkException refused =
                    catchThrowableOfType(LinkException.class, () -> new InlineEverything().run(ir.module()));
            assertThat(refused.diagnostic().problem()).isEqualTo(Problem.RECURSION);
            assertThat(refused.diagnostic().related()).containsExactlyInAnyOrder("ping", "pong");
        }
    }

    private static String loop(String bound) {
        return """
                define i64 @program(ptr %p, i64 %n) {
                entry:
                  BOUND
                  br label %head
                head:
                  %i = phi i64 [ 0, %entry ], [ %next, %body ]
                  %sum = phi i64 [ 0, %entry ], [ %more, %body ]
                  %go = icmp ult i64 %i, %bound
                  br i1 %go, label %body, label %end
                body:
                  %at = getelementptr i64, ptr %p, i64 %i
                  %value = load volatile i64, ptr %at
                  %more = add i64 %sum, %value
                  %next = add i64 %i, 1
                  br label %head
                end:
                  ret i64 %sum
                }
                """.replace("BOUND", bound);
    }

    @Test
    void leavesALoopThatHasNoBoundAndSaysSo() {
        try (IrModule ir = IrModule.parse(loop("%bound = add i64 %n, 1"))) {
            LinkException refused = catchThrowableOfType(
                    LinkException.class,
                    () -> new UnrollLoops(OptimizationLevel.O2, ir.machine(), LLVM).run(ir.module()));
            assertThat(refused.diagnostic().problem()).isEqualTo(Problem.LOOP_NOT_UNROLLED);
            assertThat(refused.diagnostic().function()).isEqualTo("program");
        }
    }

    @Test
    void unrollsALoopOfConstantCount() {
        try (IrModule ir = IrModule.parse(loop("%bound = add i64 0, 12"))) {
            new UnrollLoops(OptimizationLevel.O2, ir.machine(), LLVM).run(ir.module());
            assertThat(BackEdges.of(ir.function("program"))).isEmpty();
            assertThat(ir.module().toIr().split("load volatile", -1)).hasSize(13);
        }
    }

    @Test
    void callsBuiltinsForMemoryOperationsOfVariableSizeOnly() {
        String copies = """
                declare void @llvm.memset.p0.i64(ptr, i8, i64, i1)
                define void @program(ptr %p, i64 %n) {
                  call void @llvm.memset.p0.i64(ptr %p, i8 1, i64 16, i1 false)
                  call void @llvm.memset.p0.i64(ptr %p, i8 2, i64 %n, i1 false)
                  ret void
                }
                """;
        try (IrModule ir = IrModule.parse(copies)) {
            new ProvideMemoryBuiltins().run(ir.module());
            new InlineMemoryBuiltins().run(ir.module());
            assertThat(ir.module().toIr())
                    .contains("call void @llvm.memset.p0.i64(ptr %p, i8 1, i64 16")
                    .doesNotContain("i8 2, i64 %n, i1")
                    .contains("call void @memset(ptr %p, i32 2, i64 %n)");
        }
    }

    @Test
    void putsColdFunctionsWhereLoadersLookForSubprograms() {
        try (IrModule ir = IrModule.parse("define internal void @f() cold section \".text.unlikely.\" { ret void }")) {
            new KeepFunctionsInText().run(ir.module());
            assertThat(ir.function("f").section()).isEqualTo(".text");
        }
    }
}
