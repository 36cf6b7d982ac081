package io.github.bpflinker.link.resolve;

import static io.github.bpflinker.link.resolve.Given.module;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.diagnostic.Severity;
import io.github.bpflinker.input.InputContent;
import io.github.bpflinker.link.TestLlvm;
import io.github.bpflinker.llvm.Context;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ObjectAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetLayoutTest {

    private static final String LITTLE = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128";

    private final Context context = TestLlvm.newContext();

    @AfterEach
    void closeContext() {
        context.close();
    }

    @ParameterizedTest
    @CsvSource({
        "bpfel,true",
        "bpfeb,false",
        "bpf_le,true",
        "bpf_be,false",
        "bpfel-unknown-none,true",
        "bpfeb-unknown-none,false"
    })
    void takesTheOptionForTheTarget(String triple, boolean little) {
        TargetLayout layout = TargetLayout.ofOption(triple);

        assertThat(layout.triple()).isEqualTo(triple);
        assertThat(layout.isLittleEndian()).isEqualTo(little);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "bpfxx", "x86_64-unknown-linux-gnu", "-bpf"})
    void refusesAnOptionThatIsNoBpfTarget(String triple) {
        assertFails(() -> TargetLayout.ofOption(triple))
                .returns(Problem.TARGET_UNKNOWN, Diagnostic::problem)
                .returns(triple, Diagnostic::symbol);
    }

    @Test
    void infersTheTargetOfTheFirstInputForBpf() {
        try (Resolution resolution = resolve(
                module("host", "target triple = \"x86_64-unknown-linux-gnu\"\n@a = global i32 1"),
                module("bpf", "target triple = \"bpfel-unknown-none\"\n@b = global i32 1"))) {
            TargetLayout layout = TargetLayout.of(Optional.empty(), resolution);

            assertThat(layout.triple()).isEqualTo("bpfel-unknown-none");
            assertThat(layout.decidedBy()).isEqualTo("bpf");
        }
    }

    @Test
    void makesBpfOfInputsThatNameNoMachine() {
        try (Resolution resolution = resolve(module("host", "@a = global i32 1"))) {
            TargetLayout layout = TargetLayout.of(Optional.empty(), resolution);

            assertThat(layout.triple()).isEqualTo("bpf");
            assertThat(layout.order()).isEqualTo(ByteOrder.nativeOrder());
        }
    }

    @Test
    void setsTripleAndLayoutOfWhatFits() {
        String host = """
                target datalayout = "e-m:e-p270:32:32-p271:32:32-p272:64:64-i64:64-i128:128-f80:128-n8:16:32:64-S128"
                target triple = "x86_64-unknown-linux-gnu"
                @a = global i32 1
                """;
        try (Resolution resolution = resolve(module("host", host))) {
            OpenModule module = resolution.modules().get(0);

            TargetLayout.ofOption("bpfel").adopt(module, LITTLE);

            assertThat(module.module().targetTriple()).isEqualTo("bpfel");
            assertThat(module.module().dataLayout()).isEqualTo(LITTLE);
        }
    }

    @Test
    void refusesTheOtherByteOrderAndNamesBoth() {
        try (Resolution resolution = resolve(
                module("little", "target triple = \"bpfel\"\n@a = global i32 1"),
                module("big", "target triple = \"bpfeb\"\n@b = global i32 1"))) {
            TargetLayout layout = TargetLayout.of(Optional.empty(), resolution);

            assertFails(() -> layout.adopt(resolution.modules().get(1), LITTLE))
                    .returns(Problem.INPUTS_INCOMPATIBLE, Diagnostic::problem)
                    .returns("big", Diagnostic::input)
                    .returns("big-endian instead of little-endian", Diagnostic::detail)
                    .returns(List.of("little"), Diagnostic::related);
        }
    }

    @Test
    void turnsTheByteOrderOnlyWhereAskedAndSaysSo() {
        try (Resolution resolution = resolve(
                module("big", "target triple = \"bpfeb\"\n@a = global i32 1"),
                module("bigger", "target datalayout = \"E-m:e-p:64:64\"\n@b = global i32 1"),
                module("little", "target triple = \"bpfel\"\n@c = global i32 1"))) {
            TargetLayout layout = TargetLayout.ofOption("bpfel");

            assertThat(layout.warnings(resolution))
                    .singleElement()
                    .returns(Problem.BYTE_ORDER_TURNED, Diagnostic::problem)
                    .returns(Severity.WARNING, Diagnostic::severity)
                    .returns("big", Diagnostic::input)
                    .returns("big-endian", Diagnostic::detail)
                    .returns(List.of("bigger"), Diagnostic::related);
            resolution.modules().forEach(module -> layout.adopt(module, LITTLE));
            assertThat(resolution.modules().get(0).module().dataLayout()).isEqualTo(LITTLE);
        }
    }

    @Test
    void refusesModulesForOtherMachinesUnlessAsked() {
        try (Resolution resolution = resolve(
                module("host", "target triple = \"x86_64-unknown-linux-gnu\"\n@a = global i32 1"),
                module("unnamed", "@b = global i32 1"))) {
            OpenModule host = resolution.modules().get(0);
            TargetLayout inferred = TargetLayout.of(Optional.empty(), resolution);

            assertFails(() -> inferred.adopt(host, LITTLE))
                    .returns(Problem.INPUT_FOREIGN, Diagnostic::problem)
                    .returns("host", Diagnostic::input)
                    .returns("x86_64-unknown-linux-gnu", Diagnostic::symbol);
            inferred.adopt(resolution.modules().get(1), LITTLE);
        }
    }

    @Test
    void refusesAnotherPointerSize() {
        String narrow = "target datalayout = \"e-m:e-p:32:32\"\n@a = global i32 1";
        try (Resolution resolution = resolve(module("narrow", narrow))) {
            assertFails(() -> TargetLayout.ofOption("bpfel")
                            .adopt(resolution.modules().get(0), LITTLE))
                    .returns(Problem.INPUTS_INCOMPATIBLE, Diagnostic::problem)
                    .returns("pointers of 32 bits instead of 64", Diagnostic::detail);
        }
    }

    private Resolution resolve(InputContent... inputs) {
        return SymbolResolver.resolve(List.of(inputs), Set.of(), true, false, new ModuleOpener(context));
    }

    private static ObjectAssert<Diagnostic> assertFails(ThrowingCallable call) {
        return assertThatThrownBy(call)
                .asInstanceOf(InstanceOfAssertFactories.type(LinkException.class))
                .extracting(LinkException::diagnostic, InstanceOfAssertFactories.type(Diagnostic.class));
    }
}
