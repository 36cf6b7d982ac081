package io.github.bpflinker.llvm.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.bpflinker.llvm.locate.NativesFolder.Part;
import io.github.bpflinker.testing.Command;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativesFolderTest {

    @TempDir
    Path folder;

    private Path jar = Path.of("");

    @BeforeEach
    void writeJar() {
        jar = MadeUpJar.complete().write(folder.resolve(MadeUpJar.NAME));
    }

    @Test
    void unpacksTheLibraryUnderTheNameThatOthersAskFor() throws IOException {
        Path library = natives().unpacked(Part.LLVM);

        assertThat(library).hasFileName("libLLVM.so.20.1").hasContent("\177ELF of LLVM");
        assertThat(library).isEqualTo(natives().planned(Part.LLVM));
        assertThat(files(natives().libraries())).containsExactly("libLLVM.so.20.1");
    }

    @Test
    void unpacksClangWithItsLibraryAndItsHeaders() throws IOException {
        Path clang = natives().unpacked(Part.CLANG);

        assertThat(clang).hasFileName("clang").hasContent("\177ELF of clang").isExecutable();
        assertThat(files(natives().libraries().resolveSibling("")))
                .containsExactlyInAnyOrder(
                        ".lock",
                        "bin/clang",
                        "clang.list",
                        "lib/clang/20/include/stdint.h",
                        "lib/clang/20/include/sub/more.h",
                        "lib/libclang-cpp.so.20.1");
    }

    @Test
    void unpacksOnce() throws IOException {
        Path library = natives().unpacked(Part.LLVM);
        FileStatus before = FileStatus.of(library).orElseThrow();
        NativesFolder again = natives();
        Files.delete(jar);

        assertThat(again.unpacked(Part.LLVM)).isEqualTo(library);
        assertThat(FileStatus.of(library)).contains(before);
    }

    @Test
    void mendsADamagedLibraryOfTheRightSizeAndTime() throws IOException {
        Path library = natives().unpacked(Part.LLVM);
        FileTime time = Files.getLastModifiedTime(library);
        Files.write(library, "\177ELF of LLVn".getBytes(StandardCharsets.ISO_8859_1));
        Files.setLastModifiedTime(library, time);

        assertThat(natives().unpacked(Part.LLVM)).hasContent("\177ELF of LLVM");
    }

    @Test
    void comparesContentOnceWhereOnlyTheLooksHaveChanged() throws IOException {
        Path library = natives().unpacked(Part.LLVM);
        Files.setLastModifiedTime(library, FileTime.fromMillis(1_000_000));
        long inode = FileStatus.of(library).orElseThrow().inode();

        natives().unpacked(Part.LLVM);
        NativesFolder again = natives();
        Files.delete(jar);

        assertThat(again.unpacked(Part.LLVM)).isEqualTo(library);
        assertThat(FileStatus.of(library).orElseThrow().inode()).isEqualTo(inode);
    }

    @Test
    void takesNoLibraryThatOthersCanWriteTo() throws IOException {
        Path library = natives().unpacked(Part.LLVM);
        Files.setPosixFilePermissions(library, PosixFilePermissions.fromString("rw-rw-rw-"));
        long inode = FileStatus.of(library).orElseThrow().inode();

        assertThat(natives().unpacked(Part.LLVM)).hasContent("\177ELF of LLVM");
        assertThat(FileStatus.of(library).orElseThrow().inode()).isNotEqualTo(inode);
        assertThat(FileStatus.of(library)).hasValueSatisfying(status -> assertThat(status.isWritableByOthers())
                .isFalse());
    }

    /** It is there with its list, as whoever plants it would have it. */
    @Test
    void takesNoLibraryOfAnotherUser() throws IOException {
        assumeThat(Machine.canGiveFilesAway()).isTrue();
        Path library = natives().unpacked(Part.LLVM);
        Machine.giveAway(library);
        Machine.giveAway(library.resolve("../../llvm.list").normalize());

        assertThat(natives().unpacked(Part.LLVM)).hasContent("\177ELF of LLVM");
        assertThat(FileStatus.of(library).orElseThrow().owner()).isZero();
    }

    @Test
    void movesAFolderOfAnotherUserAside() throws IOException {
        assumeThat(Machine.canGiveFilesAway()).isTrue();
        Path library = natives().unpacked(Part.LLVM);
        Path lib = library.resolveSibling("").normalize();
        Machine.giveAway(lib);

        assertThat(natives().unpacked(Part.LLVM)).isEqualTo(library).hasContent("\177ELF of LLVM");
        assertThat(FileStatus.of(lib).orElseThrow().owner()).isZero();
    }

    @Test
    void aFolderInThePlaceOfALibraryIsMovedAside() throws IOException {
        Path library = Files.createDirectories(natives().planned(Part.LLVM));
        Files.createFile(library.resolve("planted"));

        assertThat(natives().unpacked(Part.LLVM)).isEqualTo(library).hasContent("\177ELF of LLVM");
    }

    @Test
    void mendsWhatIsMissingOrCutOff() throws IOException {
        Path clang = natives().unpacked(Part.CLANG);
        Path header = natives().libraries().resolve("clang/20/include/stdint.h");
        FileTime mark = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(clang, mark);
        Files.writeString(header, "type");
        Files.delete(natives().libraries().resolve("libclang-cpp.so.20.1"));

        natives().unpacked(Part.CLANG);

        assertThat(header).hasContent("typedef int int32_t;");
        assertThat(natives().libraries().resolve("libclang-cpp.so.20.1")).exists();
        assertThat(Files.getLastModifiedTime(clang)).as("what was whole").isEqualTo(mark);
    }

    @Test
    void goesOnWhereAnotherWasEnded() throws IOException {
        Path folder = Files.createDirectories(natives().libraries());
        Files.writeString(folder.resolve("libLLVM.so.20.1"), "\177ELF");

        assertThat(natives().unpacked(Part.LLVM)).hasContent("\177ELF of LLVM");
    }

    @Test
    void removesWhatWasLeftByAnotherThatWasEnded() throws IOException {
        Path folder = Files.createDirectories(natives().libraries());
        FileTime longAgo = FileTime.from(Instant.now().minus(Duration.ofHours(2)));
        Files.setLastModifiedTime(Files.writeString(folder.resolve("libLLVM.so.20.1.123.tmp"), "\177ELF of"), longAgo);
        Files.setLastModifiedTime(Files.writeString(folder.resolve("notes.tmp"), "the user's"), longAgo);
        Files.writeString(folder.resolve("libLLVM.so.20.1.456.tmp"), "\177ELF of one that was ended just now");

        natives().unpacked(Part.LLVM);

        assertThat(files(folder)).containsExactlyInAnyOrder("libLLVM.so.20.1", "notes.tmp");
    }

    @Test
    void doesNotBelieveADamagedList() throws IOException {
        Path clang = natives().unpacked(Part.CLANG);
        Path list = clang.resolve("../../clang.list").normalize();
        String all = Files.readString(list);
        for (int length = 0; length < all.length(); length++) {
            Files.writeString(list, all.substring(0, length));
            Files.writeString(clang, "cut");

            assertThat(natives().unpacked(Part.CLANG))
                    .as("%d characters", length)
                    .hasContent("\177ELF of clang");
        }
        assertThat(list).content().hasLineCount((int) all.lines().count()).endsWith(" bin/clang");
    }

    @Test
    void anotherJarHasAnotherFolder() throws IOException {
        Path before = natives().unpacked(Part.LLVM);
        MadeUpJar.complete()
                .with(MadeUpJar.NATIVES + "libLLVM.so", "\177ELF of LLVM, mended")
                .write(jar);

        assertThat(natives().unpacked(Part.LLVM)).isNotEqualTo(before).hasContent("\177ELF of LLVM, mended");
        assertThat(before).hasContent("\177ELF of LLVM");
    }

    @Test
    void unpackedAgainALibraryHasTheSameTimeSoThatItNeedNotBeAskedAgain() throws IOException {
        Path library = natives().unpacked(Part.LLVM);
        LibraryCacheKey before = LibraryCacheKey.of(library);
        Files.delete(library);

        assertThat(LibraryCacheKey.of(natives().unpacked(Part.LLVM))).isEqualTo(before);
    }

    @Test
    void namesTheFileThatAJarLacks() {
        MadeUpJar.complete().without(MadeUpJar.NATIVES + "clang").write(jar);

        assertThatThrownBy(() -> natives().unpacked(Part.CLANG))
                .isInstanceOf(FileNotFoundException.class)
                .hasMessageContainingAll("no " + MadeUpJar.NATIVES + "clang in ", jar.toString());
    }

    @Test
    void nothingIsLeftOfAFileThatCantBeRead() throws IOException {
        byte[] noise = new byte[50_000];
        new Random(1).nextBytes(noise);
        MadeUpJar.complete().with(MadeUpJar.NATIVES + "libLLVM.so", noise).write(jar);
        byte[] content = Files.readAllBytes(jar);
        Arrays.fill(content, 500, 40_000, (byte) 0xff);
        Files.write(jar, content);

        assertThatThrownBy(() -> natives().unpacked(Part.LLVM)).isInstanceOf(IOException.class);
        assertThat(files(natives().libraries())).isEmpty();
    }

    @Test
    void threadsUnpackAtOnce() throws Exception {
        MadeUpJar.complete().with(MadeUpJar.NATIVES + "libLLVM.so", noise()).write(jar);
        Path expected = reference();
        int threads = 4;
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            Callable<Long> unpack = () -> {
                start.await();
                return Files.mismatch(natives().unpacked(Part.LLVM), expected);
            };
            List<Future<Long>> answers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                answers.add(pool.submit(unpack));
            }
            for (Future<Long> answer : answers) {
                assertThat(answer.get()).isEqualTo(-1);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(files(natives().libraries())).containsExactly("libLLVM.so.20.1");
    }

    @Test
    void processesUnpackAtOnce() {
        MadeUpJar.complete().with(MadeUpJar.NATIVES + "libLLVM.so", noise()).write(jar);
        Path expected = reference();

        List<String> said = Stream.of(1, 2)
                .parallel()
                .map(process -> Command.run(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xshare:auto",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                classPath(),
                                Unpacker.class.getName(),
                                folder.toString(),
                                expected.toString())
                        .orFail())
                .toList();

        assertThat(said).containsExactly("same", "same");
        assertThat(files(natives().libraries())).containsExactly("libLLVM.so.20.1");
    }

    /** Another process. */
    static final class Unpacker {
        private Unpacker() {}

        public static void main(String[] arguments) throws IOException {
            Path library = natives(Path.of(arguments[0])).unpacked(Part.LLVM);
            System.out.print(Files.mismatch(library, Path.of(arguments[1])) == -1 ? "same" : "different");
        }
    }

    private static String classPath() {
        return Stream.of("target/test-classes", "target/classes")
                .map(part -> Path.of(part).toAbsolutePath().toString())
                .reduce((one, other) -> one + File.pathSeparator + other)
                .orElseThrow();
    }

    private static byte[] noise() {
        byte[] noise = new byte[3_000_000];
        new Random(2).nextBytes(noise);
        return noise;
    }

    private Path reference() {
        return new Machine(folder).file("reference", noise());
    }

    private NativesFolder natives() {
        return natives(folder);
    }

    private static NativesFolder natives(Path folder) {
        Machine machine = new Machine(folder).classPath(folder.resolve(MadeUpJar.NAME));
        return new NativesFolder(NativesJar.find(machine.environment()).orElseThrow(), machine.cache());
    }

    private static List<String> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
