package io.github.bpflinker.maven.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.llvm.locate.LlvmEnvironment;
import io.github.bpflinker.load.host.KernelAbilities;
import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.Endianness;
import io.github.bpflinker.maven.MachineReason;
import io.github.bpflinker.maven.doctor.Check.Area;
import io.github.bpflinker.maven.doctor.Check.Status;
import io.github.bpflinker.maven.natives.Natives;
import io.github.bpflinker.maven.project.ObjectSpec;
import io.github.bpflinker.maven.rust.RustSettings;
import io.github.bpflinker.maven.testing.QuietLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorChecksTest {

    private static final KernelAbilities NO_KERNEL =
            new KernelAbilities(Optional.empty(), Optional.empty(), false, false, false);

    @TempDir
    private Path folder;

    private final Natives noNatives = new Natives("20.1.7-1.5.12", () -> {
        throw new BuildFailure(new MachineReason.NativesOffline("org.bytedeco:llvm"));
    });

    private List<Check> examine(List<ObjectSpec> objects, Path rustc, boolean offline, boolean verifies) {
        LlvmEnvironment system = LlvmEnvironment.ofSystem();
        LlvmEnvironment nowhere = new LlvmEnvironment(
                Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString()),
                system.host(),
                folder,
                folder,
                folder,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
        RustSettings rust = new RustSettings(
                Optional.of(rustc),
                Optional.empty(),
                "release",
                List.of(),
                List.of(),
                true,
                "auto",
                List.of(folder),
                Map.of("PATH", ""));
        DoctorRequest request = new DoctorRequest(
                folder,
                objects,
                List.of(Endianness.LITTLE),
                "embedded",
                noNatives,
                offline,
                rust,
                verifies,
                NO_KERNEL,
                nowhere);
        return DoctorChecks.run(request, new QuietLog());
    }

    private static ObjectSpec object(Optional<Path> crate, Path... sources) {
        return ObjectSpec.of("probe", "here", List.of(sources), crate);
    }

    private static List<Area> needed(List<Check> checks) {
        return checks.stream()
                .filter(check -> check.status() == Status.NEEDED)
                .map(Check::area)
                .distinct()
                .toList();
    }

    @Test
    void needsNothingWithoutAProject() {
        List<Check> checks = examine(List.of(), folder.resolve("rustc"), true, false);
        assertThat(needed(checks)).isEmpty();
        assertThat(DoctorText.failure(checks)).isEmpty();
        assertThat(checks)
                .filteredOn(check -> check.status() == Status.MISSING)
                .allSatisfy(check -> assertThat(check.remedy()).as(check.name()).isPresent());
    }

    @Test
    void needsClangAndLlvmForC() {
        List<Check> checks =
                examine(List.of(object(Optional.empty(), folder.resolve("a.c"))), folder.resolve("rustc"), true, false);
        assertThat(needed(checks)).containsExactly(Area.LLVM, Area.C);
        String sentence = DoctorText.failure(checks).orElseThrow().sentence();
        assertThat(sentence).contains("run once without -o").doesNotContain("\n");
    }

    @Test
    void acceptsWhatCanBeFetchedLater() {
        List<Check> checks = examine(
                List.of(object(Optional.empty(), folder.resolve("a.c"))), folder.resolve("rustc"), false, false);
        assertThat(needed(checks)).isEmpty();
    }

    @Test
    void needsRustForCratesAndMentionsAMissingLock() throws IOException {
        Path crate = Files.createDirectory(folder.resolve("crate"));
        Files.writeString(crate.resolve("Cargo.toml"), "[package]\n");
        List<Check> checks = examine(List.of(object(Optional.of(crate))), folder.resolve("rustc"), false, false);
        assertThat(needed(checks)).containsExactly(Area.RUST);
        assertThat(checks).anySatisfy(check -> assertThat(check.text()).contains("has no Cargo.lock"));

        Files.writeString(crate.resolve("Cargo.lock"), "version = 4\n");
        List<Check> locked = examine(List.of(object(Optional.of(crate))), folder.resolve("rustc"), false, false);
        assertThat(locked).noneSatisfy(check -> assertThat(check.text()).contains("has no Cargo.lock"));
    }

    @Test
    void needsTheKernelWhereVerificationIsRequired() {
        List<Check> checks = examine(List.of(), folder.resolve("rustc"), false, true);
        assertThat(needed(checks)).containsExactly(Area.KERNEL);
    }

    @Test
    void saysTheSameAsJson() {
        List<Check> checks = examine(List.of(), folder.resolve("rustc"), false, true);
        JsonValue json = JsonValue.parse(DoctorJson.of(checks).strip());
        assertThat(json.member("ok")).contains(JsonValue.of(false));
        assertThat(json.member("checks").flatMap(JsonValue::asList).orElseThrow())
                .hasSameSizeAs(checks);
    }

    @Test
    void printsALineForEachAreaAndCheck() {
        List<Check> checks = examine(List.of(), folder.resolve("rustc"), false, false);
        assertThat(DoctorText.lines(checks)).contains("Java", "LLVM", "C", "Rust", "Kernel");
        assertThat(DoctorText.lines(checks)).anyMatch(line -> line.contains("missing permission"));
    }
}
