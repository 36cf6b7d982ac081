package io.github.bpflinker.llvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.link.IrModule;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModuleTest {

    private static final String GLOBALS = """
            @variable = global i32 1, section "maps"
            @list = internal constant [2 x ptr] [ptr @used, ptr getelementptr (i8, ptr @variable, i64 2)]
            @other_name = weak alias i32 (i32), ptr @used
            @resolved = ifunc void (), ptr @resolver
            declare void @elsewhere(ptr, ...)
            define ptr @resolver() {
              ret ptr null
            }
            define hidden i32 @used(i32 %a) noinline {
              ret i32 %a
            }
            define void @caller() {
              %r = call i32 @used(i32 1)
              call void (ptr, ...) @elsewhere(ptr @used)
              ret void
            }
            """;

    @Test
    void listsAllGlobalValuesByKind() {
        try (IrModule ir = IrModule.parse(GLOBALS)) {
            assertThat(ir.module().functions())
                    .extracting(Function::name)
                    .containsExactly("elsewhere", "resolver", "used", "caller");
            assertThat(ir.module().globalValues())
                    .filteredOn(value -> value.kind() != GlobalValue.Kind.FUNCTION)
                    .extracting(value -> value.kind() + " " + value.name())
                    .containsExactly("VARIABLE variable", "VARIABLE list", "ALIAS other_name", "IFUNC resolved");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DW_LANG_C11, true",
        "DW_LANG_C99, true",
        "DW_LANG_C, true",
        "DW_LANG_C_plus_plus_14, false",
        "DW_LANG_Rust, false",
        "DW_LANG_Zig, false"
    })
    void knowsFromDebugInformationWhetherAllOfItIsC(String language, boolean isC) {
        String units = """
                !llvm.dbg.cu = !{!0, !2}
                !llvm.module.flags = !{!3}
                !0 = distinct !DICompileUnit(language: DW_LANG_C11, file: !1, emissionKind: FullDebug)
                !1 = !DIFile(filename: "a.c", directory: "/")
                !2 = distinct !DICompileUnit(language: %s, file: !1, emissionKind: FullDebug)
                !3 = !{i32 2, !"Debug Info Version", i32 3}
                """;
        try (IrModule ir = IrModule.parse(units.formatted(language))) {
            assertThat(ir.module().isDescribedAsC()).isEqualTo(isC);
        }
    }

    @Test
    void isNotDescribedAsCWithoutDebugInformation() {
        try (IrModule ir = IrModule.parse(GLOBALS)) {
            assertThat(ir.module().isDescribedAsC()).isFalse();
        }
    }

    @Test
    void listsWhatWasAddedLast() {
        try (IrModule ir = IrModule.parse(GLOBALS)) {
            assertThat(ir.module().latestGlobalValues(value -> value.name().matches("used|list|resolved")))
                    .extracting(value -> value.kind() + " " + value.name())
                    .containsExactly("FUNCTION caller", "ALIAS other_name");
            assertThat(ir.module().latestGlobalValues(value -> false))
                    .containsExactlyInAnyOrderElementsOf(ir.module().globalValues());
        }
    }

    @Test
    void findsByNameWhateverIsThere() {
        try (IrModule ir = IrModule.parse(GLOBALS)) {
            assertThat(ir.value("used").kind()).isEqualTo(GlobalValue.Kind.FUNCTION);
            assertThat(ir.value("variable").kind()).isEqualTo(GlobalValue.Kind.VARIABLE);
            assertThat(ir.value("other_name").kind()).isEqualTo(GlobalValue.Kind.ALIAS);
            assertThat(ir.module().find("nothing")).isEmpty();
            assertThat(ir.module().function("variable")).isEmpty();
        }
    }

    @Test
    void tellsLinkageVisibilityAndSection() {
        try (IrModule ir = IrModule.parse(GLOBALS)) {
            assertThat(ir.value("list").linkage()).isEqualTo(IrLinkage.INTERNAL);
            assertThat(ir.value("other_name").linkage()).isEqualTo(IrLinkage.WEAK_ANY);
            assertThat(ir.value("used").isHidden()).isTrue();
            assertThat(ir.value("elsewhere").isDeclaration()).isTrue();
            assertThat(ir.value("used").isDefinition()).isTrue();
            assertThat(ir.value("variable").section()).isEqualTo("maps");
            assertThat(ir.value("used").section()).isEmpty();
            assertThat(ir.value("other_name").section()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "EXTERNAL, define void @f",
        "AVAILABLE_EXTERNALLY, define available_externally void @f",
        "LINK_ONCE_ANY, define linkonce void @f",
        "LINK_ONCE_ODR, define linkonce_odr void @f",
        "WEAK_ANY, define weak void @f",
        "WEAK_ODR, define weak_odr void @f",
        "INTERNAL, define internal void @f",
        "PRIVATE, define private void @f",
    })
    void linkagesAreThoseOfLlvm(IrLinkage linkage, String ir) {
        try (IrModule module = IrModule.parse(ir + "() {\n  ret void\n}\n")) {
            assertThat(module.function("f").linkage()).isEqualTo(linkage);

            module.function("f").setLinkage(IrLinkage.EXTERNAL);
            module.function("f").setLinkage(linkage);

            assertThat(module.module().toIr()).contains(ir + "(");
        }
    }

    @Test
    void findsUsersThroughConstants() {
        try (IrModule ir = IrModule.parse(GLOBALS)) {
            assertThat(ir.value("variable").usingGlobals())
                    .extracting(GlobalValue::name)
                    .containsExactly("list");
            assertThat(ir.value("used").usingGlobals())
                    .extracting(GlobalValue::name)
                    .containsExactlyInAnyOrder("list", "other_name", "caller");
            assertThat(ir.value("used").usingInstructions())
                    .extracting(IrInstruction::opcode)
                    .containsOnly(IrInstruction.CALL)
                    .hasSize(2);
            assertThat(ir.value("caller").isUsed()).isFalse();
            assertThat(ir.value("caller").usingGlobals()).isEmpty();
        }
    }

    @Test
    void anAddressIsTakenByAnythingButACall() {
        String calls = """
                define void @f(ptr %p) {
                  ret void
                }
                define void @g() {
                  call void @f(ptr null)
                  ret void
                }
                @llvm.used = appending global [1 x ptr] [ptr @f], section "llvm.metadata"
                """;
        try (IrModule ir = IrModule.parse(calls);
                IrModule passed = IrModule.parse(calls.replace("ptr null", "ptr @f"));
                IrModule stored = IrModule.parse(calls.replace("@llvm.used = appending", "@table ="))) {
            assertThat(ir.function("f").isAddressTaken()).isFalse();
            assertThat(passed.function("f").isAddressTaken()).isTrue();
            assertThat(stored.function("f").isAddressTaken()).isTrue();
        }
    }

    @Test
    void callsTellWhomTheyCallUnlessTheyAreIndirect() {
        String ir = """
                define void @f(ptr %p) {
                  call void @g()
                  call void %p()
                  call void asm "exit", ""()
                  ret void
                }
                declare void @g() noreturn
                """;
        try (IrModule module = IrModule.parse(ir)) {
            assertThat(module.function("f").instructions())
                    .extracting(
                            each -> each.calledFunction().map(Function::name).orElse("-"))
                    .containsExactly("g", "-", "-", "-");
            assertThat(module.function("f").instructions())
                    .extracting(each -> each.callHasAttribute("noreturn"))
                    .containsExactly(true, false, false, false);
        }
    }

    @Test
    void namesAndTextKeepTheirUmlauts() {
        try (IrModule ir = IrModule.parse("define void @\"f\\C3\\BC\"() {\n  ret void\n}\n")) {
            ir.module().setName("Überblick.bc");
            ir.module().setInlineAssembly("# Größe");

            assertThat(ir.module().functions()).extracting(Function::name).containsExactly("fü");
            assertThat(ir.module().function("fü")).isPresent();
            assertThat(ir.module().inlineAssembly().strip()).isEqualTo("# Größe");
            assertThat(ir.module().toIr()).contains("; ModuleID = 'Überblick.bc'");
        }
    }

    @Test
    void aCopyIsIndependent() {
        try (IrModule ir = IrModule.parse(GLOBALS);
                Module copy = ir.module().copy()) {
            copy.function("used").orElseThrow().setLinkage(IrLinkage.WEAK_ODR);
            copy.function("caller").orElseThrow().delete();

            assertThat(ir.function("used").linkage()).isEqualTo(IrLinkage.EXTERNAL);
            assertThat(ir.module().function("caller")).isPresent();
            assertThat(copy.function("caller")).isEmpty();
        }
    }

    @Test
    void verifyingTellsWhatIsWrong() {
        try (IrModule ir = IrModule.parse(GLOBALS.replaceAll("(?m)^@resolved.*\n", ""))) {
            assertThat(ir.module().verify()).isEmpty();

            ir.value("variable").setLinkage(IrLinkage.LINK_ONCE_ANY);
            ir.function("elsewhere").setLinkage(IrLinkage.INTERNAL);

            assertThat(ir.module().verify())
                    .hasValueSatisfying(reason -> assertThat(reason).contains("elsewhere"));
        }
    }

    @Test
    void aPipelineThatLlvmDoesNotKnowIsAnErrorInItsWords() {
        try (IrModule ir = IrModule.parse(GLOBALS)) {
            assertThat(catchThrowableOfType(LlvmError.class, () -> ir.module()
                                    .runPasses("default<O2>,no-such-pass", ir.machine()))
                            .text())
                    .contains("no-such-pass");
        }
    }

    @Test
    void emitsAssemblyAndObjects() throws LlvmError {
        try (IrModule ir = IrModule.parse("define i32 @f() {\n  ret i32 42\n}\n");
                Module copy = ir.module().copy()) {
            assertThat(StandardCharsets.UTF_8
                            .decode(ir.machine().emit(ir.module(), TargetMachine.FileType.ASSEMBLY))
                            .toString())
                    .contains("f:", "= 42", "exit");
            assertThat(ir.machine().emit(copy, TargetMachine.FileType.OBJECT).getInt(0))
                    .isEqualTo(0x7f454c46);
        }
    }

    @Test
    void aTargetThatLlvmDoesNotHaveIsAnErrorInItsWords() {
        assertThat(catchThrowableOfType(LlvmError.class, () -> new TargetMachine("z80", "generic", ""))
                        .text())
                .contains("z80");
    }

    @Test
    void placesComeFromTheDebugInformation() {
        String ir = """
                define void @f() !dbg !5 {
                  ret void, !dbg !8
                }
                define void @g() {
                  ret void
                }
                !llvm.dbg.cu = !{!0}
                !llvm.module.flags = !{!2}
                !0 = distinct !DICompileUnit(language: DW_LANG_C11, file: !1, emissionKind: FullDebug)
                !1 = !DIFile(filename: "src/größe.c", directory: "/d")
                !2 = !{i32 2, !"Debug Info Version", i32 3}
                !5 = distinct !DISubprogram(name: "f", file: !1, line: 12, type: !6, unit: !0, spFlags: DISPFlagDefinition)
                !6 = !DISubroutineType(types: !7)
                !7 = !{null}
                !8 = !DILocation(line: 13, column: 5, scope: !5)
                """;
        try (IrModule module = IrModule.parse(ir)) {
            assertThat(module.function("f").location()).contains(new SourceLocation("src/größe.c", 12, 0));
            assertThat(module.function("f").instructions().get(0).location())
                    .contains(new SourceLocation("src/größe.c", 13, 5));
            assertThat(module.function("g").location()).isEmpty();
            assertThat(module.function("g").instructions().get(0).location()).isEmpty();

            module.module().stripDebugInfo();

            assertThat(module.function("f").location()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "void; 0",
                "i1; 1",
                "i64; 1",
                "i65; 2",
                "i128; 2",
                "ptr; 1",
                "{ i32, i32 }; 2",
                "{ i128, [3 x ptr] }; 5",
                "[0 x i64]; 0",
                "{}; 0",
            })
    void typesTellHowManyRegistersTheyTake(String type, long registers) {
        try (IrModule ir = IrModule.parse("declare " + type + " @f()\n")) {
            assertThat(ir.function("f").type().returnType().registers()).isEqualTo(registers);
        }
    }

    @Test
    void functionTypesTellTheirParameters() {
        try (IrModule ir = IrModule.parse("declare void @f(i128, ptr, ...)\ndeclare void @g()\n")) {
            Type type = ir.function("f").type();
            assertThat(type.parameterCount()).isEqualTo(2);
            assertThat(type.parameterRegisters()).isEqualTo(3);
            assertThat(type.isVarArg()).isTrue();
            assertThat(type.returnType().isVoid()).isTrue();
            assertThat(ir.function("g").type().parameterRegisters()).isZero();
            assertThat(ir.function("g").type().isVarArg()).isFalse();
        }
    }
}
