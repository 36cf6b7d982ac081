package io.github.bpflinker.llvm.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheFolderTest {

    private static final Set<PosixFilePermission> ONLY_ME = PosixFilePermissions.fromString("rwx------");

    @TempDir
    Path folder;

    private Path home = Path.of("");
    private Path temporary = Path.of("");
    private final Map<String, String> variables = new HashMap<>();

    @BeforeEach
    void makeFolders() throws IOException {
        home = folder.resolve("home");
        temporary = Files.createDirectory(folder.resolve("tmp"));
    }

    @Test
    void isInTheUsersCacheFolderOfTheSystem() {
        assertThat(root(HostPlatform.Os.LINUX)).isEqualTo(home.resolve(".cache/bpf-linker"));
        assertThat(root(HostPlatform.Os.MACOSX)).isEqualTo(home.resolve("Library/Caches/bpf-linker"));
        assertThat(root(HostPlatform.Os.WINDOWS)).isEqualTo(home.resolve("AppData/Local/bpf-linker"));
        assertThat(home.resolve(".cache/bpf-linker")).isDirectory();
    }

    @Test
    void isWhereTheSystemsVariablesPutIt() {
        variables.put("XDG_CACHE_HOME", folder.resolve("xdg").toString());
        variables.put("LOCALAPPDATA", folder.resolve("local").toString());

        assertThat(root(HostPlatform.Os.LINUX)).isEqualTo(folder.resolve("xdg/bpf-linker"));
        assertThat(root(HostPlatform.Os.WINDOWS)).isEqualTo(folder.resolve("local/bpf-linker"));
        assertThat(root(HostPlatform.Os.MACOSX)).isEqualTo(home.resolve("Library/Caches/bpf-linker"));
    }

    @Test
    void isExactlyWhereItsOwnVariableSays() {
        variables.put("XDG_CACHE_HOME", folder.resolve("xdg").toString());
        variables.put("BPF_LINKER_CACHE", folder.resolve("mine").toString());

        assertThat(root(HostPlatform.Os.LINUX)).isEqualTo(folder.resolve("mine"));
    }

    @Test
    void itsOwnVariableMayBeRelative() {
        Path relative = Path.of("").toAbsolutePath().relativize(folder.resolve("mine"));
        variables.put("BPF_LINKER_CACHE", relative.toString());

        assertThat(root(HostPlatform.Os.LINUX).normalize()).isEqualTo(folder.resolve("mine"));
    }

    @Test
    void leavesItsOwnVariableAsideWhereItIsNoPath() {
        for (String value : List.of("", " ", "nul\0")) {
            variables.put("BPF_LINKER_CACHE", value);

            assertThat(root(HostPlatform.Os.LINUX)).as(value).isEqualTo(home.resolve(".cache/bpf-linker"));
        }
    }

    @Test
    void leavesVariablesAsideThatNameNoAbsoluteFolder() {
        for (String value : List.of("", " ", "cache", "./cache", "nul\0")) {
            variables.put("XDG_CACHE_HOME", value);

            assertThat(root(HostPlatform.Os.LINUX)).as(value).isEqualTo(home.resolve(".cache/bpf-linker"));
        }
    }

    @Test
    void isAPrivateFolderInTheTemporaryOneIfItCantBeMade() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        variables.put("BPF_LINKER_CACHE", folder.resolve("file/cache").toString());

        Path root = root(HostPlatform.Os.LINUX);

        assertThat(root).hasParentRaw(temporary);
        assertThat(Files.getPosixFilePermissions(root)).isEqualTo(ONLY_ME);
        assertThat(root(HostPlatform.Os.LINUX)).as("the next time").isEqualTo(root);
    }

    @Test
    void isInTheTemporaryFolderOfAUserWithoutAHome() {
        home = Path.of("?");

        assertThat(root(HostPlatform.Os.LINUX)).hasParentRaw(temporary);
        assertThat(home).doesNotExist();
    }

    @Test
    void takesNoFolderThatOthersCanEnter() throws IOException {
        variables.put("BPF_LINKER_CACHE", "/dev/null/cache");
        Path prepared = root(HostPlatform.Os.LINUX);
        Files.setPosixFilePermissions(prepared, PosixFilePermissions.fromString("rwxrwxrwx"));

        Path root = root(HostPlatform.Os.LINUX);

        assertThat(root).isNotEqualTo(prepared).hasParentRaw(temporary);
        assertThat(Files.getPosixFilePermissions(root)).isEqualTo(ONLY_ME);
    }

    @Test
    void takesNoLinkThatSomebodyPrepared() throws IOException {
        variables.put("BPF_LINKER_CACHE", "/dev/null/cache");
        Path prepared = root(HostPlatform.Os.LINUX);
        Path elsewhere = Files.move(prepared, folder.resolve("elsewhere"));
        Files.createSymbolicLink(prepared, elsewhere);

        Path root = root(HostPlatform.Os.LINUX);

        assertThat(root).isNotEqualTo(prepared).hasParentRaw(temporary);
        assertThat(root.toRealPath()).isNotEqualTo(elsewhere.toRealPath());
    }

    @Test
    void isTheSameFolderEachTimeWhereItsNameIsTaken() throws IOException {
        variables.put("BPF_LINKER_CACHE", "/dev/null/cache");
        Path prepared = root(HostPlatform.Os.LINUX);
        Files.setPosixFilePermissions(prepared, PosixFilePermissions.fromString("rwxrwxrwx"));

        Path root = root(HostPlatform.Os.LINUX);

        assertThat(root(HostPlatform.Os.LINUX)).isEqualTo(root).isNotEqualTo(prepared);
    }

    @Test
    void saysThatItIsNotWhereTheVariableWantsIt() {
        variables.put("BPF_LINKER_CACHE", "/dev/null/cache");

        assertThat(cache(HostPlatform.Os.LINUX).warning())
                .contains(Diagnostic.warning(Problem.CACHE_UNUSABLE)
                        .withInput("/dev/null/cache")
                        .withDetail("Not a directory")
                        .withRelated(List.of(root(HostPlatform.Os.LINUX).toString())));
    }

    @Test
    void saysNothingWhereAUserHasNoHome() {
        home = Path.of("?");

        assertThat(cache(HostPlatform.Os.LINUX).warning()).isEmpty();
    }

    @Test
    void isNotInAFolderThatEverybodyCanWriteTo() throws IOException {
        Path shared = Files.createDirectory(folder.resolve("shared"));
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxrwx"));
        variables.put("XDG_CACHE_HOME", shared.toString());

        assertThat(root(HostPlatform.Os.LINUX)).hasParentRaw(temporary);
        assertThat(cache(HostPlatform.Os.LINUX).warning()).hasValueSatisfying(warning -> assertThat(warning.detail())
                .isEqualTo("everybody can write to '" + shared + "'"));
        assertThat(shared).isEmptyDirectory();
    }

    @Test
    void closesItsOwnFolderToOthers() throws IOException {
        Path open = Files.createDirectory(folder.resolve("open"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        variables.put("BPF_LINKER_CACHE", open.toString());

        assertThat(root(HostPlatform.Os.LINUX)).isEqualTo(open);
        assertThat(Files.getPosixFilePermissions(open)).isEqualTo(PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void opensNothingThatItMakesToOthers() throws IOException {
        CacheFolder cache = cache(HostPlatform.Os.LINUX);

        assertThat(Files.getPosixFilePermissions(cache.root())).isEqualTo(ONLY_ME);
        assertThat(Files.getPosixFilePermissions(cache.folder("a/b"))).isEqualTo(ONLY_ME);
    }

    @Test
    void isNotTheFolderOfAnotherUser() throws IOException {
        assumeThat(Machine.canGiveFilesAway()).isTrue();
        Path theirs = Files.createDirectory(folder.resolve("theirs"));
        Machine.giveAway(theirs);
        variables.put("BPF_LINKER_CACHE", theirs.toString());

        assertThat(root(HostPlatform.Os.LINUX)).hasParentRaw(temporary);

        variables.put("BPF_LINKER_CACHE", theirs.resolve("cache").toString());

        assertThat(root(HostPlatform.Os.LINUX)).as("in it").hasParentRaw(temporary);
        assertThat(theirs).isEmptyDirectory();

        Path link = Files.createSymbolicLink(folder.resolve("link"), theirs);
        variables.put("BPF_LINKER_CACHE", link.toString());

        assertThat(root(HostPlatform.Os.LINUX)).as("through a link").hasParentRaw(temporary);
    }

    @Test
    void whereNoFolderWillDoTheErrorSaysWhy() {
        variables.put("BPF_LINKER_CACHE", "/dev/null/cache");
        temporary = folder.resolve("none");

        assertThatThrownBy(() -> root(HostPlatform.Os.LINUX))
                .isInstanceOfSatisfying(LinkException.class, e -> assertThat(e.diagnostic())
                        .isEqualTo(Diagnostic.error(Problem.CACHE_UNUSABLE)
                                .withDetail("'/dev/null/cache': Not a directory, and '" + temporary
                                        + "' can't be written")));
    }

    @Test
    void readsWhatWasWrittenAndNothingElse() throws IOException {
        Path file = folder.resolve("answer.txt");

        assertThat(CacheFolder.read(file)).isEmpty();

        CacheFolder.write(file, "ärger\n");
        CacheFolder.write(file, "Ärger\n");

        assertThat(CacheFolder.read(file)).contains("Ärger\n");

        Files.write(file, "Ärger\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(CacheFolder.read(file)).isEmpty();
        assertThat(CacheFolder.read(folder)).isEmpty();
    }

    @Test
    void readersSeeAllOfAFileOrNothing() throws Exception {
        Path file = folder.resolve("shared/answer.txt");
        Files.createDirectory(file.getParent());
        List<String> contents =
                Stream.of("a", "b").map(letter -> letter.repeat(100_000)).toList();
        CyclicBarrier start = new CyclicBarrier(contents.size() + 1);
        List<Thread> writers = contents.stream()
                .map(content -> new Thread(() -> {
                    try {
                        start.await();
                        for (int i = 0; i < 50; i++) {
                            CacheFolder.write(file, content);
                        }
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                }))
                .toList();
        writers.forEach(Thread::start);
        start.await();

        while (writers.stream().anyMatch(Thread::isAlive)) {
            CacheFolder.read(file)
                    .ifPresent(content -> assertThat(contents.contains(content)).isTrue());
        }

        assertThat(CacheFolder.read(file)).hasValueSatisfying(content -> assertThat(contents.contains(content))
                .isTrue());
        try (Stream<Path> left = Files.list(file.getParent())) {
            assertThat(left).containsExactly(file);
        }
    }

    private Path root(HostPlatform.Os os) {
        return cache(os).root();
    }

    private CacheFolder cache(HostPlatform.Os os) {
        LlvmEnvironment environment = new LlvmEnvironment(
                variables,
                new HostPlatform(os, "x86_64"),
                folder,
                home,
                temporary,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
        return CacheFolder.of(environment);
    }
}
