package io.github.bpflinker.llvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bpflinker.diagnostic.Severity;
import io.github.bpflinker.link.TestLlvm;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContextTest {

    private static final String ADD = "define i32 @add(i32 %a) {\n  %r = add i32 %a, 1\n  ret i32 %r\n}\n";

    private final Context context = TestLlvm.newContext();

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void readsTextThatEndsWithoutANul() throws LlvmError {
        byte[] padded = ("xx" + ADD + "not IR").getBytes(StandardCharsets.UTF_8);
        ByteBuffer text = ByteBuffer.wrap(padded, 2, ADD.length());

        try (Module module = context.parseIr("a.ll", text)) {
            assertThat(module.function("add")).isPresent();
        }
        assertThat(text.remaining()).isEqualTo(ADD.length());
    }

    @Test
    void namesTheLineOfTextThatIsWrong() {
        LlvmError error = catchThrowableOfType(LlvmError.class, () -> context.parseIr("a.ll", bytes("\nwrong\n")));

        assertThat(error.text()).startsWith("a.ll:2:1: error: ");
    }

    @Test
    void readsBodiesOfBitcodeWhenTheyAreAskedFor() throws LlvmError {
        ByteBuffer bitcode = bitcode();
        ByteBuffer direct = ByteBuffer.allocateDirect(bitcode.remaining() + 4).position(4);
        direct.put(bitcode.duplicate()).position(4);

        for (ByteBuffer each : List.of(bitcode, direct)) {
            try (Module whole = context.newModule("whole");
                    Module module = context.openBitcode("a.bc", each)) {
                assertThat(module.function("add")).isPresent();
                assertThat(module.toIr()).doesNotContain("%r = add i32 %a, 1");

                whole.link(module);

                assertThat(whole.toIr()).contains("%r = add i32 %a, 1");
            }
        }
    }

    @Test
    void saysWhatIsWrongWithBitcodeAndReportsItOnce() throws LlvmError {
        ByteBuffer cut = bitcode();
        cut.limit(cut.limit() / 8 * 4);

        assertThat(catchThrowableOfType(LlvmError.class, () -> context.openBitcode("a.bc", cut))
                        .text())
                .isNotBlank();
        assertThat(catchThrowableOfType(LlvmError.class, () -> context.openBitcode("a.bc", bytes("text")))
                        .text())
                .isNotBlank();
        assertThat(context.takeMessages()).isEmpty();
    }

    @Test
    void collectsWhatLlvmReportsUntilItIsTaken() throws LlvmError {
        try (Module one = context.parseIr("a.ll", bytes(ADD));
                Module other = context.parseIr("b.ll", bytes(ADD))) {
            assertThat(catchThrowableOfType(LlvmError.class, () -> one.link(other))
                            .text())
                    .contains("symbol multiply defined");
        }
        try (Module one = context.parseIr("a.ll", bytes("target triple = \"bpfel\"\n" + ADD));
                Module other = context.parseIr("b.ll", bytes("target triple = \"bpfeb\"\n"))) {
            one.link(other);
        }

        assertThat(context.takeMessages()).singleElement().satisfies(message -> {
            assertThat(message.severity()).isEqualTo(Severity.WARNING);
            assertThat(message.text()).contains("'bpfel'", "'bpfeb'");
        });
        assertThat(context.takeMessages()).isEmpty();
    }

    @Test
    void leavesOutWhatIsLessSevereThanWanted() throws LlvmError {
        try (Context errors = new Context(TestLlvm.load(), Severity.ERROR);
                Module one = errors.parseIr("a.ll", bytes("target triple = \"bpfel\"\n"));
                Module other = errors.parseIr("b.ll", bytes("target triple = \"bpfeb\"\n"))) {
            one.link(other);

            assertThat(errors.takeMessages()).isEmpty();
        }
    }

    @Test
    void contextsOfTwoThreadsDontMix() throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            Future<String> one = pool.submit(() -> errorsOf("one"));
            Future<String> other = pool.submit(() -> errorsOf("other"));

            assertThat(one.get()).contains("one").doesNotContain("other");
            assertThat(other.get()).contains("other").doesNotContain("one");
        } finally {
            pool.shutdownNow();
        }
    }

    private static String errorsOf(String name) throws LlvmError {
        StringBuilder errors = new StringBuilder();
        String ir = "define void @" + name + "() {\n  ret void\n}\n";
        for (int i = 0; i < 50; i++) {
            try (Context context = TestLlvm.newContext();
                    Module module = context.parseIr(name, bytes(ir));
                    Module same = context.parseIr(name, bytes(ir))) {
                module.link(same);
            } catch (LlvmError e) {
                errors.append(e.text());
            }
        }
        return errors.toString();
    }

    private ByteBuffer bitcode() throws LlvmError {
        try (Module module = context.parseIr("a.ll", bytes(ADD))) {
            return module.toBitcode();
        }
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
