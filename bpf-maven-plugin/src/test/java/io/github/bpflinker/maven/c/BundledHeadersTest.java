package io.github.bpflinker.maven.c;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundledHeadersTest {

    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    Path folder;

    @Test
    void areRepairedWithoutTouchingThoseThatAreAsTheyShouldBe() throws IOException {
        new BundledHeaders(folder).unpack();
        Path good = folder.resolve("bpf/bpf_helpers.h");
        Path gone = folder.resolve("bpf/bpf_endian.h");
        Path damaged = folder.resolve("linux/bpf.h");
        Path foreign = folder.resolve("linux/of_an_older_version.h");
        String content = Files.readString(damaged);
        Files.setLastModifiedTime(good, LONG_AGO);
        Files.delete(gone);
        Files.writeString(damaged, "garbage");
        Files.writeString(foreign, "");

        new BundledHeaders(folder).unpack();

        assertThat(Files.getLastModifiedTime(good)).isEqualTo(LONG_AGO);
        assertThat(gone).exists();
        assertThat(damaged).hasContent(content);
        assertThat(foreign).doesNotExist();
    }
}
