package io.github.bpflinker.maven.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.load.syscall.Bpf;
import io.github.bpflinker.load.verify.LoadResult;
import io.github.bpflinker.load.verify.LoadResult.Skipped;
import io.github.bpflinker.load.verify.TrialLoader;
import io.github.bpflinker.load.verify.Verification;
import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.Endianness;
import io.github.bpflinker.maven.Reason;
import io.github.bpflinker.maven.project.ProjectObjects.Linked;
import io.github.bpflinker.maven.project.Variant;
import io.github.bpflinker.maven.testing.QuietLog;
import io.github.bpflinker.maven.testing.SampleObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyOperationTest {

    @TempDir
    private Path folder;

    private final QuietLog log = new QuietLog();

    private VerifyOperation verify(TrialLoader loader, boolean required) {
        return new VerifyOperation(loader, required, folder, folder.resolve("work"), log);
    }

    private VerifyOperation verifyHere(Linked object) throws IOException {
        TrialLoader here = TrialLoader.ofSystem();
        LoadResult result = Verification.of(BpfObject.read(object.file()), here).result();
        if (result instanceof Skipped skipped && !Boolean.getBoolean("bpf.toolchain.required")) {
            Assumptions.abort(skipped.reason());
        }
        return verify(here, true);
    }

    private JsonValue json() throws IOException {
        return JsonValue.parse(
                        Files.readString(folder.resolve("work/verify.json")).strip())
                .member("objects")
                .flatMap(JsonValue::asList)
                .orElseThrow()
                .get(0);
    }

    @Test
    void countsInstructionsAndStackOfWhatIsAccepted() throws IOException {
        Linked object = SampleObject.compile(folder, "probe", SampleObject.GOOD, "-g");
        verifyHere(object).run(List.of(object));

        assertThat(log.lines())
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo("info verified probe:"),
                        head -> assertThat(head).startsWith("info   PROGRAM  TYPE  INSTRUCTIONS  VERIFIED"),
                        row -> assertThat(row).matches("info   fine +xdp +2 +2 +\\d+ +0 +\\d+ +\\d+"),
                        last -> assertThat(last).isEqualTo("debug the kernel accepts probe: fine"));
        assertThat(json().member("verdict")).contains(JsonValue.of("accepted"));
        assertThat(json().toString()).contains("\"verifiedInstructions\":2", "\"stackDepths\":[0]");
        assertThat(folder.resolve("work/verify/probe.log")).content().contains("processed 2 insns");
    }

    @Test
    void showsTheSourceLineOfWhatIsRefused() throws IOException {
        Linked object = SampleObject.compile(folder, "probe", SampleObject.BAD, "-g");
        VerifyOperation operation = verifyHere(object);

        assertThatThrownBy(() -> operation.run(List.of(object))).isInstanceOfSatisfying(BuildFailure.class, e -> {
            assertThat(e.reason()).isInstanceOf(Reason.KernelRefused.class);
            assertThat(e.sentence())
                    .contains("'broken'", "probe.bpf.c:4", "probe.log")
                    .doesNotContain("\n");
        });

        assertThat(log.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.file()).contains(folder.resolve("probe.bpf.c"));
            assertThat(finding.line()).isEqualTo(4);
        });
        assertThat(log.lines()).anyMatch(line -> line.contains("return packet[2000]"));
        assertThat(json().toString()).contains("\"verdict\":\"refused\"", "\"line\":4");
    }

    @Test
    void optionalProgramsFailNoBuild() throws IOException {
        Linked object = SampleObject.compile(
                folder, "probe", SampleObject.GOOD + SampleObject.BAD_PROGRAM.replace("xdp", "?xdp"), "-g");
        verifyHere(object).run(List.of(object));
        assertThat(log.lines())
                .anySatisfy(line -> assertThat(line).startsWith("info   fine  "))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("info the kernel refuses probe: broken, which does not count")
                        .contains("outside of the packet"));
        assertThat(json().member("verdict")).contains(JsonValue.of("accepted"));
        assertThat(json().toString()).contains("\"optional\":true");
    }

    @Test
    void saysWhichMapKeepsTheOnlyProgramFromBeingLoaded() throws IOException {
        Linked object = SampleObject.compile(folder, "probe", SampleObject.ODD_MAP, "-g");
        VerifyOperation operation = verifyHere(object);
        assertThatThrownBy(() -> operation.run(List.of(object)))
                .isInstanceOfSatisfying(BuildFailure.class, e -> assertThat(e.sentence())
                        .contains("the kernel refuses it: map 'odd': invalid argument (EINVAL) from BPF_MAP_CREATE"));
        assertThat(log.lines()).singleElement().asString().contains("fine was not loaded: map 'odd'");
    }

    /** A kernel that answers EPERM to everything. */
    private TrialLoader forbidden() {
        assumeThat(System.getProperty("os.name")).isEqualTo("Linux");
        return TrialLoader.of(new RunningKernel(folder, new Bpf(new NoPermission())));
    }

    @Test
    void namesWhatIsMissingAndGoesOn() throws IOException {
        Linked object = SampleObject.compile(folder, "probe", SampleObject.GOOD);
        verify(forbidden(), false).run(List.of(object));
        assertThat(log.lines()).singleElement().asString().contains("skipped: no permission to load: ", "CAP_BPF");
        assertThat(json().member("verdict")).contains(JsonValue.of("skipped"));
    }

    @Test
    void failsWithoutPermissionWhereThatIsRequired() throws IOException {
        Linked object = SampleObject.compile(folder, "probe", SampleObject.GOOD);
        VerifyOperation operation = verify(forbidden(), true);
        assertThatThrownBy(() -> operation.run(List.of(object)))
                .isInstanceOfSatisfying(
                        BuildFailure.class, e -> assertThat(e.sentence()).contains("CAP_BPF", "<required>"));
    }

    @Test
    void skipsObjectsForMachinesOfTheOtherByteOrder() throws IOException {
        Path file = SampleObject.compile(folder, "probe", SampleObject.GOOD).file();
        Linked big = new Linked("probe", Variant.plain(Endianness.BIG), file);
        Linked little = SampleObject.little(file, "probe");
        boolean hostIsBig = java.nio.ByteOrder.nativeOrder() == java.nio.ByteOrder.BIG_ENDIAN;
        verify(TrialLoader.ofSystem(), true).run(List.of(hostIsBig ? little : big));
        assertThat(log.lines()).singleElement().asString().contains("other byte order");
    }
}
