package io.github.bpflinker.link.resolve;

import static io.github.bpflinker.link.resolve.Given.archive;
import static io.github.bpflinker.link.resolve.Given.member;
import static io.github.bpflinker.link.resolve.Given.module;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.input.InputContent;
import io.github.bpflinker.link.TestLlvm;
import io.github.bpflinker.llvm.Context;
import io.github.bpflinker.llvm.GlobalValue;
import io.github.bpflinker.llvm.IrLinkage;
import io.github.bpflinker.llvm.LlvmError;
import io.github.bpflinker.llvm.Module;
import io.github.bpflinker.llvm.TargetMachine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ModuleMergerTest {

    private static final String CALLS_F = """
            declare i32 @f()
            define i32 @main() { %r = call i32 @f()  ret i32 %r }
            """;

    @Test
    void leavesOutWhatNobodyAsksFor() {
        String lib = """
                @table = global [2 x i32] zeroinitializer
                define i32 @f() { ret i32 1 }
                define i32 @unused() { %r = load i32, ptr @table  ret i32 %r }
                """;

        merge(List.of(module("main", CALLS_F), archive("lib.a", member("f.o", lib))), merged -> {
            assertThat(defined(merged)).containsExactlyInAnyOrder("main", "f");
            assertThat(merged.origins()).containsEntry("main", "main").containsEntry("f", "lib.a(f.o)");
        });
    }

    @Test
    void knowsWhereEachDefinitionCameFromWhateverReplacedAnother() {
        String first = """
                declare i32 @later()
                @shared = common global i32 0
                @weak_one = weak global i32 1
                @own = internal global i32 1
                define i32 @first() { %a = call i32 @later()  %b = load i32, ptr @own  ret i32 %b }
                """;
        String second = """
                @shared = common global i64 0
                @weak_one = global i32 2
                @own = internal global i32 2
                @name = alias i32, ptr @weak_one
                define i32 @later() { %b = load i32, ptr @own  ret i32 %b }
                """;
        String third = """
                @weak_one = weak global i32 3
                define i32 @third() { ret i32 3 }
                """;

        merge(List.of(module("a", first), module("b", second), module("c", third)), merged -> assertThat(
                        merged.origins())
                .containsEntry("first", "a")
                .containsEntry("own", "a")
                .containsEntry("later", "b")
                .containsEntry("weak_one", "b")
                .containsEntry("shared", "b")
                .containsEntry("name", "b")
                .containsEntry("third", "c")
                .hasSize(8));
    }

    @Test
    void keepsWhatTheRuleKeepsThoughNobodyAsksForIt() {
        String lib = """
                @map = global [2 x i32] zeroinitializer, section ".maps"
                define i32 @f() { ret i32 1 }
                """;

        merge(
                List.of(module("main", CALLS_F), archive("lib.a", member("f.o", lib))),
                value -> value.section().equals(".maps"),
                merged -> assertThat(defined(merged)).contains("map"));
    }

    @Test
    void keepsWhatTheCompilerWasToldToKeep() {
        String lib = """
                @kept = global i32 1
                @llvm.used = appending global [1 x ptr] [ptr @kept], section "llvm.metadata"
                define i32 @f() { ret i32 1 }
                """;

        merge(
                List.of(module("main", CALLS_F), archive("lib.a", member("f.o", lib))),
                merged -> assertThat(defined(merged)).contains("kept"));
    }

    @Test
    void keepsEverythingOfDirectInputs() {
        merge(
                List.of(module("main", CALLS_F), module("lib", "define i32 @unused() { ret i32 1 }")),
                merged -> assertThat(defined(merged)).containsExactlyInAnyOrder("main", "unused"));
    }

    @Test
    void givesLinkagesBack() {
        String lib = """
                define i32 @f() { %a = call i32 @strong() %b = call i32 @weak() ret i32 %a }
                define i32 @strong() { ret i32 1 }
                define weak i32 @weak() { ret i32 1 }
                define linkonce_odr i32 @once() { ret i32 1 }
                """;

        merge(List.of(module("main", CALLS_F), archive("lib.a", member("f.o", lib))), merged -> {
            assertThat(linkage(merged, "f")).isEqualTo(IrLinkage.EXTERNAL);
            assertThat(linkage(merged, "strong")).isEqualTo(IrLinkage.EXTERNAL);
            assertThat(linkage(merged, "weak")).isEqualTo(IrLinkage.WEAK_ANY);
        });
    }

    @Test
    void hasOneCopyOfAVariableOfAMemberThatTwoSymbolsAskedFor() {
        String main = """
                declare i32 @f()
                declare i32 @g()
                define i32 @main() { %a = call i32 @f() %b = call i32 @g() ret i32 %a }
                """;
        String lib = """
                @state = internal global i32 1
                define i32 @f() { %r = load i32, ptr @state  ret i32 %r }
                define i32 @g() { store i32 2, ptr @state  ret i32 0 }
                """;

        merge(List.of(module("main", main), archive("lib.a", member("f.o", lib))), merged -> assertThat(
                        merged.module().globalValues().stream()
                                .filter(value -> value.kind() == GlobalValue.Kind.VARIABLE))
                .hasSize(1));
    }

    @Test
    void aStrongDefinitionReplacesAWeakOneThatItsOwnModuleCalls() {
        String weak = """
                define weak i32 @f() { ret i32 1 }
                define i32 @g() { %r = call i32 @f()  ret i32 %r }
                """;
        String strong = """
                define i32 @f() { ret i32 2 }
                define i32 @h() { ret i32 3 }
                """;
        String main = """
                declare i32 @g()
                declare i32 @h()
                define i32 @main() { %a = call i32 @g() %b = call i32 @h() ret i32 %a }
                """;

        merge(
                List.of(module("main", main), archive("lib.a", member("a.o", weak), member("b.o", strong))),
                merged -> assertThat(merged.origins()).containsEntry("f", "lib.a(b.o)"));
    }

    @Test
    void refusesTwoStrongDefinitionsAndNamesBothInputs() {
        String f = "define i32 @f() { ret i32 1 }";

        assertThatThrownBy(() -> merge(List.of(module("one", f), module("two", f)), merged -> {}))
                .asInstanceOf(InstanceOfAssertFactories.type(LinkException.class))
                .extracting(LinkException::diagnostic)
                .returns(Problem.SYMBOL_DUPLICATE, diagnostic -> diagnostic.problem())
                .returns("f", diagnostic -> diagnostic.symbol())
                .returns("one", diagnostic -> diagnostic.input())
                .returns(List.of("two"), diagnostic -> diagnostic.related());
    }

    @Test
    void reportsASymbolThatManyDefineOnce() {
        String f = "define i32 @f() { ret i32 1 }";

        assertThatThrownBy(() -> merge(List.of(module("one", f), module("two", f), module("three", f)), merged -> {}))
                .asInstanceOf(InstanceOfAssertFactories.type(LinkException.class))
                .returns(1, failure -> failure.diagnostics().size())
                .extracting(LinkException::diagnostic)
                .returns(List.of("two", "three"), diagnostic -> diagnostic.related());
    }

    @Test
    void refusesTwoStrongDefinitionsOfMembersThoughNobodyAsksForThem() {
        String main = """
                declare i32 @g()
                declare i32 @h()
                define i32 @main() { %a = call i32 @g() %b = call i32 @h() ret i32 %a }
                """;
        String one = "define i32 @f() { ret i32 1 }\n define i32 @g() { ret i32 1 }";
        String two = "define i32 @f() { ret i32 1 }\n define i32 @h() { ret i32 1 }";

        assertThatThrownBy(() -> merge(
                        List.of(module("main", main), archive("lib.a", member("a.o", one), member("b.o", two))),
                        merged -> {}))
                .asInstanceOf(InstanceOfAssertFactories.type(LinkException.class))
                .extracting(LinkException::diagnostic)
                .returns(Problem.SYMBOL_DUPLICATE, diagnostic -> diagnostic.problem())
                .returns("lib.a(a.o)", diagnostic -> diagnostic.input());
    }

    private static void merge(List<InputContent> inputs, Consumer<MergedModule> check) {
        merge(inputs, value -> false, check);
    }

    private static void merge(List<InputContent> inputs, Predicate<GlobalValue> keep, Consumer<MergedModule> check) {
        try (Context context = TestLlvm.newContext();
                TargetMachine machine = new TargetMachine("bpfel", "v3", "");
                Resolution resolution =
                        SymbolResolver.resolve(inputs, Set.of(), true, false, new ModuleOpener(context))) {
            TargetLayout target = TargetLayout.of(Optional.of("bpfel"), resolution);
            try (MergedModule merged = ModuleMerger.merge(context, resolution, target, machine, keep)) {
                assertThat(context.takeMessages()).isEmpty();
                assertThat(merged.module().verify()).isEmpty();
                check.accept(merged);
            }
        } catch (LlvmError e) {
            throw new AssertionError(e.text(), e);
        }
    }

    private static List<String> defined(MergedModule merged) {
        return merged.module().globalValues().stream()
                .filter(value -> !value.isDeclaration() && value.linkage() != IrLinkage.APPENDING)
                .map(GlobalValue::name)
                .toList();
    }

    private static IrLinkage linkage(MergedModule merged, String name) {
        Module module = merged.module();
        return module.find(name).orElseThrow().linkage();
    }
}
