package io.github.bpflinker.llvm.locate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MountOptionsTest {

    private static final String TABLE = """
            22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
            31 22 0:28 / /dev/shm rw,nosuid,nodev shared:3 - tmpfs tmpfs rw,noexec
            40 22 0:40 / /mnt rw,noexec,relatime shared:9 - tmpfs tmpfs rw
            41 40 0:41 / /mnt/tools rw,relatime shared:10 - tmpfs tmpfs rw
            42 22 0:42 / /srv/my\\040files rw,nosuid,noexec shared:11 - tmpfs tmpfs rw
            43 22 0:43 / /opt rw,noexec - tmpfs tmpfs rw
            44 43 0:44 / /opt rw - tmpfs tmpfs rw
            """;

    @Test
    void namesTheMountThatPermitsNoExecution() {
        assertThat(MountOptions.withoutExecution("/mnt/cache", TABLE)).contains("/mnt");
        assertThat(MountOptions.withoutExecution("/mnt", TABLE)).contains("/mnt");
        assertThat(MountOptions.withoutExecution("/srv/my files/cache", TABLE)).contains("/srv/my files");
    }

    @Test
    void theInnermostMountCounts() {
        assertThat(MountOptions.withoutExecution("/mnt/tools/cache", TABLE)).isEmpty();
        assertThat(MountOptions.withoutExecution("/mntx/cache", TABLE)).isEmpty();
        assertThat(MountOptions.withoutExecution("/root/.cache", TABLE)).isEmpty();
    }

    @Test
    void theLastOfTwoMountsOnOnePlaceCounts() {
        assertThat(MountOptions.withoutExecution("/opt/cache", TABLE)).isEmpty();
    }

    @Test
    void optionsOfTheFileSystemAreNotThoseOfTheMount() {
        assertThat(MountOptions.withoutExecution("/dev/shm/cache", TABLE)).isEmpty();
    }
}
