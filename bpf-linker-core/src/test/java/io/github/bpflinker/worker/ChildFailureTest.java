package io.github.bpflinker.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.diagnostic.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChildFailureTest {

    @ParameterizedTest
    @CsvSource({
        "139, '', LLVM_CRASHED, ''",
        "134, LLVM ERROR: cannot select, LLVM_CRASHED, LLVM ERROR: cannot select",
        "1, LLVM ERROR: cannot select, LLVM_CRASHED, LLVM ERROR: cannot select",
        "137, '', LINKER_KILLED, SIGKILL",
        "143, '', LINKER_KILLED, SIGTERM",
        "134, LLVM ERROR: out of memory, MEMORY_EXCEEDED,",
        "134, terminate called after throwing an instance of 'std::bad_alloc', MEMORY_EXCEEDED,",
        "1, There is insufficient memory for the Java Runtime Environment to continue., MEMORY_EXCEEDED,",
    })
    void tellsWhoseFaultItWas(int exitCode, String words, Problem problem, String detail) {
        assertThat(ChildFailure.describe(new WorkerAnswer.Ended("optimize", exitCode, words)))
                .returns(problem, diagnostic -> diagnostic.problem())
                .returns(detail, diagnostic -> diagnostic.detail())
                .returns("optimize", diagnostic -> diagnostic.symbol());
    }
}
