package io.github.bpflinker.load.syscall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.diagnostic.UnsupportedPlatformException;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;

    @Test
    void knowsTheMachinesOfLinux() {
        assertThat(Architecture.of("Linux", "amd64", LITTLE)).isEqualTo(Architecture.X86_64);
        assertThat(Architecture.of("Linux", "aarch64", LITTLE)).isEqualTo(Architecture.AARCH64);
    }

    @Test
    void saysWhyNothingCanBeLoadedElsewhere() {
        assertThatThrownBy(() -> Architecture.of("Windows 11", "amd64", LITTLE))
                .isInstanceOf(UnsupportedPlatformException.class)
                .hasMessageContaining("this is Windows 11");
        assertThatThrownBy(() -> Architecture.of("Mac OS X", "aarch64", LITTLE))
                .hasMessageContaining("needs a Linux machine");
        assertThatThrownBy(() -> Architecture.of("Linux", "s390x", ByteOrder.BIG_ENDIAN))
                .hasMessageContaining("big-endian machines such as this one (s390x)");
        assertThatThrownBy(() -> Architecture.of("Linux", "riscv64", LITTLE))
                .hasMessageContaining("x86-64 and aarch64")
                .hasMessageContaining("riscv64");
    }

    @Test
    void namesErrorsOfTheKernelAlone() {
        assertThat(Errno.describe(Errno.EPERM)).isEqualTo("operation not permitted (EPERM)");
        assertThat(Errno.describe(Errno.ENOTSUPP)).isEqualTo("the kernel does not support it (ENOTSUPP)");
        assertThat(Errno.describe(9999)).isEqualTo("errno 9999");
    }
}
