package io.github.bpflinker.load.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.testing.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelAbilitiesTest {

    @TempDir
    private Path root;

    private KernelAbilities abilities() {
        return KernelAbilities.of(root);
    }

    private void status(String capabilities) throws IOException {
        Files.createDirectories(root.resolve("proc/self"));
        Files.writeString(
                root.resolve("proc/self/status"), "Name:\tjava\nCapEff:\t" + capabilities + "\nNoNewPrivs:\t0\n");
    }

    @Test
    void knowsThisMachine() {
        Tool.KERNEL_BTF.require();
        KernelAbilities here = KernelAbilities.ofSystem();
        assertThat(here.release()).contains(System.getProperty("os.version"));
        assertThat(here.hasBtf()).isTrue();
    }

    @Test
    void findsNothingWhereNothingIs() {
        assertThat(abilities())
                .isEqualTo(new KernelAbilities(Optional.empty(), abilities().unsupported(), false, false, false));
    }

    @Test
    void readsCapabilities() throws IOException {
        status("0000000000000000");
        assertThat(abilities().mayLoad()).isFalse();
        status("0000008000000000");
        assertThat(abilities().mayLoad()).isTrue();
        status("000001ffffffffff");
        assertThat(abilities().mayLoad()).isTrue();
    }

    @Test
    void seesAMountedBpfFileSystem() throws IOException {
        Files.createDirectories(root.resolve("proc/self"));
        Files.writeString(root.resolve("proc/self/mounts"), "bpf /sys/fs/bpf bpf rw 0 0\n");
        assertThat(abilities().hasBpfFileSystem()).isTrue();
    }
}
