package io.github.bpflinker.llvm.locate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachedAnswerTest {

    private static final String ANSWER = "22.1.8\nand Ärger";

    @TempDir
    Path folder;

    @Test
    void saysWhatItWasTold() {
        CachedAnswer remembered = remembered("one");

        assertThat(remembered.read()).isEmpty();

        remembered.write("before");
        remembered.write(ANSWER);

        assertThat(remembered.read()).contains(ANSWER);
        assertThat(remembered("one").read()).contains(ANSWER);
    }

    @Test
    void saysNothingAboutAnything() {
        remembered("one").write(ANSWER);

        assertThat(remembered("two").read()).isEmpty();
        assertThat(remembered("on").read()).isEmpty();
        assertThat(remembered("one\n22.1.8").read()).contains("and Ärger");
    }

    @Test
    void anEmptyAnswerIsOne() {
        remembered("one").write("");

        assertThat(remembered("one").read()).contains("");
    }

    @Test
    void aFileThatEndsEarlyIsNotBelieved() throws IOException {
        CachedAnswer remembered = remembered("one");
        remembered.write(ANSWER);
        byte[] content = Files.readAllBytes(remembered.file());
        for (int length = 0; length < content.length; length++) {
            Files.write(remembered.file(), Arrays.copyOf(content, length));

            assertThat(remembered.read()).as("%d bytes", length).isEmpty();
        }
    }

    @Test
    void aFileWithAnyOtherByteIsNotBelieved() throws IOException {
        CachedAnswer remembered = remembered("one");
        remembered.write(ANSWER);
        byte[] content = Files.readAllBytes(remembered.file());
        for (int i = 0; i < content.length; i++) {
            byte[] damaged = content.clone();
            damaged[i] ^= 4;
            Files.write(remembered.file(), damaged);

            assertThat(remembered.read()).as("byte %d", i).isEmpty();
        }
    }

    @Test
    void aFileOfAnotherFormIsNotBelieved() throws IOException {
        CachedAnswer remembered = remembered("one");
        remembered.write(ANSWER);
        String content = Files.readString(remembered.file());
        assertThat(content).startsWith("bpf-linker 1 ");

        Files.writeString(remembered.file(), content.replaceFirst(" 1 ", " 2 "));
        assertThat(remembered.read()).isEmpty();

        Files.writeString(remembered.file(), content.substring(content.indexOf('\n') + 1), StandardCharsets.UTF_8);
        assertThat(remembered.read()).isEmpty();
    }

    @Test
    void whereNothingCanBeWrittenNothingIsRemembered() throws IOException {
        Files.writeString(folder.resolve("answers"), "in the way");

        remembered("one").write(ANSWER);

        assertThat(remembered("one").read()).isEmpty();
    }

    private CachedAnswer remembered(String subject) {
        return new CachedAnswer(new CacheFolder(folder, Optional.empty(), null), "answers", "file.txt", subject);
    }
}
