package io.github.bpflinker.load.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.load.bind.Ability;
import io.github.bpflinker.load.syscall.Bpf;
import io.github.bpflinker.load.syscall.Errno;
import io.github.bpflinker.testing.FailingCalls;
import io.github.bpflinker.testing.Root;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelFeaturesTest {

    private final AtomicInteger errno = new AtomicInteger();
    private final FailingCalls calls = new FailingCalls((call, command) -> errno.get());
    private final RunningKernel kernel = new RunningKernel(Path.of("/"), new Bpf(calls));

    @BeforeEach
    void needsRoot() {
        Root.require();
    }

    @ParameterizedTest
    @ValueSource(ints = {Errno.EPERM, Errno.EMFILE, Errno.ENFILE, Errno.ENOMEM, Errno.EAGAIN})
    void whatOnlyTheProcessLackedIsProbedAgain(int number) {
        errno.set(number);
        assertThat(kernel.has(Ability.BTF)).isFalse();
        assertThat(kernel.has(Ability.ARRAY_MMAP)).isFalse();
        assertThat(kernel.features().has(KernelFeature.NAMES)).isFalse();
        errno.set(0);
        assertThat(kernel.has(Ability.BTF)).isTrue();
        assertThat(kernel.has(Ability.ARRAY_MMAP)).isTrue();
        assertThat(kernel.features().has(KernelFeature.NAMES)).isTrue();
        assertThat(calls.open()).isEmpty();
    }

    @Test
    void whatTheKernelRefusesIsRemembered() {
        errno.set(Errno.EINVAL);
        assertThat(kernel.has(Ability.BTF)).isFalse();
        errno.set(0);
        assertThat(kernel.has(Ability.BTF)).isFalse();
    }
}
