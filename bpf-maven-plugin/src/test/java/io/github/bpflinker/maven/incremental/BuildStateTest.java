package io.github.bpflinker.maven.incremental;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.maven.testing.QuietLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildStateTest {

    private static final String KEY = "options";
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    Path folder;

    private final QuietLog log = new QuietLog();

    private Path input;
    private Path tool;
    private Path output;
    private Path absent;
    private BuildStateFile stateFile;

    @BeforeEach
    void build() throws IOException {
        input = write("input.c", "int x;");
        tool = write("clang", "program");
        output = write("output.bc", "bitcode");
        absent = folder.resolve("absent.h");
        stateFile = new BuildStateFiles(log).at(folder.resolve("deep/er/some.state"));
        stateFile.write(stateFile
                .begin(KEY)
                .inputs(List.of(input))
                .tools(List.of(tool))
                .absent(List.of(absent))
                .outputs(List.of(output))
                .note("a note")
                .state());
    }

    private Path write(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, content);
        Files.setLastModifiedTime(file, LONG_AGO);
        return file;
    }

    private boolean isCurrent() {
        return next().readIfCurrent(KEY).isPresent();
    }

    /** The same file, as the next goal sees it. */
    private BuildStateFile next() {
        return new BuildStateFiles(log).at(folder.resolve("deep/er/some.state"));
    }

    @Test
    void isCurrentWhenNothingHasChanged() {
        assertThat(next().readIfCurrent(KEY))
                .hasValueSatisfying(state -> assertThat(state.notes()).containsExactly("a note"));
    }

    @Test
    void isNotCurrentUnderOtherOptions() {
        assertThat(next().readIfCurrent("other options")).isEmpty();
    }

    @Test
    void staysCurrentWhenAnInputIsOnlyTouched() throws IOException {
        Files.setLastModifiedTime(input, FileTime.fromMillis(1_100_000_000_000L));

        assertThat(isCurrent()).isTrue();
        assertThat(stateFile.read().orElseThrow().inputs().get(0).modified()).isEqualTo(1_100_000_000_000_000_000L);
    }

    @Test
    void noticesAnEditOfTheSameSize() throws IOException {
        write("input.c", "int y;");
        Files.setLastModifiedTime(input, FileTime.fromMillis(1_100_000_000_000L));

        assertThat(isCurrent()).isFalse();
    }

    @Test
    void noticesAnInputThatIsGone() throws IOException {
        Files.delete(input);

        assertThat(isCurrent()).isFalse();
    }

    @Test
    void noticesATouchedTool() throws IOException {
        Files.setLastModifiedTime(tool, FileTime.fromMillis(1_100_000_000_000L));

        assertThat(isCurrent()).isFalse();
    }

    @Test
    void noticesAFileThatShouldNotBeThere() throws IOException {
        Files.createFile(absent);

        assertThat(isCurrent()).isFalse();
    }

    @Test
    void staysCurrentWhenAnOutputIsOnlyTouched() throws IOException {
        // As maven-jar-plugin 2.4 does, which cuts the times of what it packs to milliseconds.
        Files.setLastModifiedTime(output, FileTime.fromMillis(1_100_000_000_000L));

        assertThat(isCurrent()).isTrue();
        assertThat(next().read().orElseThrow().outputs().get(0).modified()).isEqualTo(1_100_000_000_000_000_000L);
    }

    @Test
    void noticesAnOutputOfOtherContent() throws IOException {
        write("output.bc", "BITCODE");

        assertThat(isCurrent()).isFalse();
    }

    @Test
    void noticesOtherContentUnderTheSameSizeTimeAndInode() throws IOException {
        Object inode = Files.readAttributes(input, BasicFileAttributes.class).fileKey();
        write("input.c", "int y;");

        assertThat(Files.readAttributes(input, BasicFileAttributes.class).fileKey())
                .isEqualTo(inode);
        assertThat(Files.getLastModifiedTime(input)).isEqualTo(LONG_AGO);
        assertThat(isCurrent()).isFalse();
    }

    @Test
    void distrustsAnInputThatIsReplacedDuringTheBuildByOneWithAnOldTime() throws IOException {
        BuildStateRecorder recorder = stateFile.begin(KEY);
        write("input.c", "int y;");
        stateFile.write(recorder.inputs(List.of(input)).state());

        assertThat(isCurrent()).isFalse();
    }

    @Test
    void trustsWhatWasWrittenJustBeforeTheBuild() throws IOException {
        for (int round = 0; round < 20; round++) {
            Files.writeString(input, "round " + round);
            BuildStateRecorder recorder = stateFile.begin(KEY);
            stateFile.write(recorder.inputs(List.of(input)).state());

            assertThat(isCurrent()).isTrue();
        }
    }

    @Test
    void looksIntoAFileThatChangedSoLateThatItsTimesSayNothing() throws IOException {
        FileFingerprint now = FileFingerprint.ofLooks(input);
        long hourLater = now.lastTouched() + Duration.ofHours(1).toNanos();
        FileFingerprint old = FileFingerprint.ofContent(input, hourLater);
        FileFingerprint young = FileFingerprint.ofContent(input, now.lastTouched());

        assertThat(old.young()).isFalse();
        assertThat(young.young()).isTrue();
        assertThat(young.stillTheSame(new FingerprintCache(), () -> hourLater)).contains(old);
        assertThat(withOtherContent(young).stillTheSame(new FingerprintCache(), () -> hourLater))
                .isEmpty();
        assertThat(withOtherContent(old).stillTheSame(new FingerprintCache(), () -> hourLater))
                .as("is not even read")
                .isPresent();
    }

    private static FileFingerprint withOtherContent(FileFingerprint of) {
        return new FileFingerprint(
                of.path(), of.size(), of.modified(), of.changed(), of.inode(), of.young(), Digest.ofTexts(List.of()));
    }

    @Test
    void noticesAnOutputThatIsGone() throws IOException {
        Files.delete(output);

        assertThat(isCurrent()).isFalse();
    }

    @Test
    void noticesAnInputThatWasReplacedByOneThatLooksTheSame() throws IOException {
        Path other = write("other.c", "int z;");
        Files.delete(input);
        Files.move(other, input);

        assertThat(isCurrent()).isFalse();
    }

    @Test
    void distrustsAnInputThatChangesDuringTheBuild() throws IOException, InterruptedException {
        BuildStateRecorder recorder = stateFile.begin(KEY);
        Files.writeString(input, "int changed;");
        // The clock of a file system ticks every few milliseconds.
        Files.setLastModifiedTime(input, FileTime.fromMillis(System.currentTimeMillis() + 1));
        Thread.sleep(20);
        stateFile.write(recorder.inputs(List.of(input)).state());

        assertThat(isCurrent()).isFalse();
    }

    @Test
    void trustsWhatTheBuildWritesByTheWay() throws IOException {
        BuildStateRecorder recorder = stateFile.begin(KEY);
        Path lock = folder.resolve("Cargo.lock");
        Files.writeString(lock, "locked");
        stateFile.write(recorder.writtenByTheWay(lock).state());

        assertThat(isCurrent()).isTrue();
        Files.writeString(lock, "locked again");
        assertThat(isCurrent()).isFalse();
    }

    @Test
    void forgetsWhenABuildBegins() {
        assertThat(stateFile.begin(KEY).state().inputs()).isEmpty();
        assertThat(isCurrent()).isFalse();
    }
}
