package io.github.bpflinker.link.pass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bpflinker.diagnostic.CodeLimit;
import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.diagnostic.Severity;
import io.github.bpflinker.link.IrModule;
import io.github.bpflinker.version.LlvmVersion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnsupportedCodeTest {

    private static final BackendFeatures V3 = BackendFeatures.of("v3", "", new LlvmVersion(22, 1, 8));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            define i128 @f() { ret i128 1 }                                              | over 64 bits
            define {i64, i64} @f() { ret {i64, i64} zeroinitializer }                    | over 64 bits
            define void @f(i64 %a, i64 %b, i64 %c, i64 %d, i64 %e, i64 %g) { ret void }  | 6 registers
            define void @f(i128 %a, i128 %b, i128 %c) { ret void }                       | 6 registers
            define void @f(i32 %a, ...) { ret void }                                     | variable number
            define void @f(ptr %p) { %r = atomicrmw add ptr %p, i8 1 seq_cst  ret void } | 8 bits
            define void @f(ptr %p) { %r = cmpxchg ptr %p, i16 1, i16 2 seq_cst seq_cst  ret void } | 16 bits
            define void @f(ptr %p) { %r = atomicrmw nand ptr %p, i64 1 seq_cst  ret void } | nand
            define void @f(ptr %p) { %r = atomicrmw umax ptr %p, i64 1 seq_cst  ret void } | unsigned maximum
            define i64 @f(ptr %p) { %r = load atomic i64, ptr %p acquire, align 8  ret i64 %r } | load that orders
            define void @f(ptr %p) { store atomic i64 1, ptr %p release, align 8  ret void } | store that orders
            define void @f() { fence seq_cst  ret void }                                 | fence
            define void @f(ptr %p) { indirectbr ptr %p, [label %x] x: ret void }         | computed goto
            """)
    void namesTheFunctionAndTheReason(String ir, String reason) {
        List<Diagnostic> found = check(ir);

        assertThat(found).hasSize(1);
        assertThat(found.get(0).problem()).isEqualTo(Problem.CODE_GENERATION);
        assertThat(found.get(0).function()).isEqualTo("f");
        assertThat(found.get(0).detail()).contains(reason);
    }

    @Test
    void findsWhatADeclaredFunctionIsCalledWith() {
        List<Diagnostic> found = check("""
                declare i128 @outside()
                define i64 @f() { %r = call i128 @outside()  %t = trunc i128 %r to i64  ret i64 %t }
                """);

        assertThat(found).extracting(Diagnostic::function).containsExactly("f");
    }

    @Test
    void findsTheReturnAddress() {
        List<Diagnostic> found = check("""
                declare ptr @llvm.returnaddress(i32)
                define ptr @f() { %r = call ptr @llvm.returnaddress(i32 0)  ret ptr %r }
                """);

        assertThat(found).extracting(Diagnostic::function).containsExactly("f");
    }

    @Test
    void findsVariablesOfThreads() {
        List<Diagnostic> found = check("""
                @perThread = thread_local global i32 0
                define i32 @f() { %r = load i32, ptr @perThread  ret i32 %r }
                """);

        assertThat(found).extracting(Diagnostic::payload).containsExactly(CodeLimit.THREAD_LOCAL);
    }

    @Test
    void namesTheFunctionThatHasNoPrototype() {
        List<Diagnostic> found = check("""
                declare i32 @outside(...)
                define i32 @f(ptr %p) { %r = call i32 (...) @outside(ptr %p)  ret i32 %r }
                """);

        assertThat(found.get(0).detail()).contains("'outside'");
    }

    @Test
    void newestBackendsOrderLoadsAndJumpAnywhere() {
        BackendFeatures v4 = BackendFeatures.of("v4", "", new LlvmVersion(22, 1, 8));
        try (IrModule ir = IrModule.parse("""
                define i64 @f(ptr %p) { %r = load atomic i64, ptr %p acquire, align 8  ret i64 %r }
                define void @g(ptr %p) { indirectbr ptr %p, [label %x] x: ret void }
                """)) {
            assertThatCode(() -> new UnsupportedCode(v4).run(ir.module())).doesNotThrowAnyException();
        }
    }

    @Test
    void leavesWhatTheBackendSurvivesToThoseWhoIgnoreErrors() {
        List<Diagnostic> warnings = new ArrayList<>();
        try (IrModule ir = IrModule.parse("""
                declare i32 @outside(...)
                define void @six(i64 %a, i64 %b, i64 %c, i64 %d, i64 %e, i64 %f) { ret void }
                define i32 @f(ptr %p) { %r = call i32 (...) @outside(ptr %p)  ret i32 %r }
                """)) {
            new UnsupportedCode(V3, warnings::add).run(ir.module());
        }
        assertThat(warnings)
                .singleElement()
                .returns("f", Diagnostic::function)
                .returns(Severity.WARNING, Diagnostic::severity);

        try (IrModule ir = IrModule.parse("define i128 @wide() { ret i128 1 }")) {
            assertThat(catchThrowableOfType(
                            LinkException.class, () -> new UnsupportedCode(V3, warnings::add).run(ir.module())))
                    .isNotNull();
        }
    }

    @Test
    void saysFromWhereTheFunctionIsCalled() {
        List<Diagnostic> found = check("""
                define i128 @deep() { ret i128 1 }
                define i64 @middle() { %r = call i128 @deep()  %t = trunc i128 %r to i64  ret i64 %t }
                define i64 @top() { %r = call i64 @middle()  ret i64 %r }
                """);

        assertThat(found.get(0).related()).containsExactly("middle", "top");
    }

    @Test
    void callChainsEndAtRecursion() {
        List<Diagnostic> found = check("""
                define i128 @ping() { %r = call i128 @pong()  ret i128 %r }
                define i128 @pong() { %r = call i128 @ping()  ret i128 %r }
                """);

        assertThat(found.get(0).related()).containsExactly("pong");
    }

    @Test
    void letsEverythingElsePass() {
        assertThatCode(() -> check("""
                declare void @llvm.memset.p0.i64(ptr, i8, i64, i1)
                define i64 @f(i64 %a, i64 %b, i64 %c, i64 %d, ptr %e) {
                  %r = atomicrmw add ptr %e, i64 1 seq_cst
                  %s = atomicrmw add ptr %e, i32 1 seq_cst
                  call void @llvm.memset.p0.i64(ptr %e, i8 0, i64 8, i1 false)
                  ret i64 %r
                }
                """)).doesNotThrowAnyException();
    }

    /** What is found; empty if all is well. */
    private static List<Diagnostic> check(String text) {
        try (IrModule ir = IrModule.parse(text)) {
            LinkException failure =
                    catchThrowableOfType(LinkException.class, () -> new UnsupportedCode(V3).run(ir.module()));
            return failure == null ? List.of() : failure.diagnostics();
        }
    }
}
