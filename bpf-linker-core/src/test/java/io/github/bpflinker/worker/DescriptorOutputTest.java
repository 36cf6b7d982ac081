package io.github.bpflinker.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.NativeLibrary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs({OS.LINUX, OS.MAC})
class DescriptorOutputTest {

    @TempDir
    private Path folder;

    private static int libc(String function, Object... arguments) {
        return NativeLibrary.getProcess().getFunction(function).invokeInt(arguments);
    }

    @Test
    void aPipeIsReadUntilItsOtherEndIsClosed() throws IOException {
        int[] ends = new int[2];
        assertThat(libc("pipe", (Object) ends)).isZero();
        try {
            DescriptorOutput stream = new DescriptorOutput(ends[1]);
            stream.write("x".getBytes(StandardCharsets.UTF_8));
            assertThat(stream.isRead()).isTrue();
            libc("close", ends[0]);
            assertThat(stream.isRead()).isFalse();
            assertThatThrownBy(() -> stream.write(1)).isInstanceOf(IOException.class);
        } finally {
            libc("close", ends[1]);
        }
    }

    @Test
    void aFileIsWrittenWhereItsDescriptorStandsAndIsAlwaysRead() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "abcdef");
        int descriptor = libc("open", file.toString(), 1);
        try {
            DescriptorOutput stream = new DescriptorOutput(descriptor);
            stream.write("12".getBytes(StandardCharsets.UTF_8));
            stream.write('3');
            assertThat(file).hasContent("123def");
            assertThat(stream.isRead()).isTrue();
        } finally {
            libc("close", descriptor);
        }
    }
}
