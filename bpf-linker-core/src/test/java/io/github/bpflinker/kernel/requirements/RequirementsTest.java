package io.github.bpflinker.kernel.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.kernel.requirements.KernelRequirement.Need;
import io.github.bpflinker.testing.Compiler;
import io.github.bpflinker.testing.Tool;
import io.github.bpflinker.version.KernelVersion;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class RequirementsTest {

    private static final KernelVersion FIRST = new KernelVersion(3, 18);

    @TempDir
    private Path folder;

    static Stream<CraftedCase> cases() {
        return CraftedCase.all();
    }

    private static Requirements of(Path object) throws IOException {
        return Requirements.of(BpfObject.read(object.toString(), ByteBuffer.wrap(Files.readAllBytes(object))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void namesTheOldestKernelAndWhatAsksForIt(CraftedCase crafted) throws IOException {
        Requirements requirements = of(crafted.compile(folder));
        assertThat(requirements.oldest().map(KernelVersion::toString).orElse("never"))
                .isEqualTo(crafted.release());
        List<String> decisive = requirements.decisive().stream()
                .map(requirement -> requirement.feature().name())
                .distinct()
                .toList();
        assertThat(decisive).hasSameSizeAs(crafted.features());
        for (String feature : crafted.features()) {
            assertThat(decisive).anyMatch(name -> name.startsWith(feature));
        }
        crafted.informs().ifPresent(expected -> assertThat(of(Need.STRICT_LOADER, requirements))
                .contains(expected));
        crafted.attaches().ifPresent(expected -> assertThat(of(Need.ATTACHING, requirements))
                .contains(expected));
        crafted.guarded().ifPresent(expected -> assertThat(of(Need.GUARDED, requirements))
                .contains(expected));
    }

    private static Stream<String> of(Need need, Requirements requirements) {
        return requirements.all().stream()
                .filter(requirement -> requirement.need() == need)
                .map(requirement -> requirement.feature().since().orElseThrow() + " "
                        + requirement.feature().name());
    }

    private Path compile(String source, String... options) {
        return Compiler.clang(Tool.CLANG_22, folder, "x.o", source, options);
    }

    @Test
    void namesTheLinesOfEachLoop() throws IOException {
        Requirements requirements = of(compile("""
                static int (*random)(void) = (void *)7;
                __attribute__((section("socket"))) int prog(void *ctx) {
                    int sum = 0;
                    for (int i = random() & 63; i > 0; i--)
                        sum += random();
                    do sum -= random(); while (random());
                    return sum;
                }
                """, "--target=bpf", "-O2", "-g", "-mcpu=v2"));
        assertThat(requirements.missingIn(new KernelVersion(5, 2)))
                .extracting(r -> r.feature().name() + " " + r.place().name() + " "
                        + Optional.ofNullable(r.place().location())
                                .orElseThrow()
                                .line())
                .containsExactly("bounded-loop prog 4", "bounded-loop prog 6");
    }

    @Test
    void knowsWhereThingsAreWithoutLineInformation() throws IOException {
        Requirements requirements = of(compile("""
                static int (*random)(void) = (void *)7;
                __attribute__((section("socket"))) int prog(void *ctx) { return random() + random(); }
                """, "--target=bpf", "-O2"));
        assertThat(requirements.decisive()).hasSize(1);
        UseSite place = requirements.decisive().get(0).place();
        assertThat(place.section()).isEqualTo("socket");
        assertThat(place.offset()).hasValue(0);
        assertThat(place.location()).isNull();
    }

    @Test
    void anObjectWithoutProgramsIsJudgedByItsFunctions() throws IOException {
        Requirements requirements = of(compile("""
                static long (*boot_time)(void) = (void *)125;
                static int first(int n) { return n; }
                int second(int n) { return boot_time() + first(n); }
                int third(int n) { return n; }
                """, "--target=bpf", "-O2"));
        assertThat(requirements.oldest()).contains(new KernelVersion(5, 8));
    }

    @Test
    void nothingIsNeededByNothing() throws IOException {
        Requirements requirements = of(compile("", "--target=bpf", "-O2"));
        assertThat(requirements.oldest()).contains(FIRST);
        assertThat(requirements.all()).isEmpty();
        assertThat(requirements.decisive()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Tool.class,
            names = {"CLANG_14", "CLANG_16", "CLANG_19", "CLANG_22"})
    void readsObjectsOfEveryClang(Tool clang) throws IOException {
        Requirements requirements =
                of(Compiler.clang(clang, folder, "x.o", """
                struct { int (*type)[27]; int (*max_entries)[4096]; } events __attribute__((section(".maps"), used));
                static int (*random)(void) = (void *)7;
                static long (*output)(void *, void *, long, long) = (void *)130;
                static int limit = 7;
                __attribute__((section("tracepoint/x/y"))) int prog(void *ctx) {
                    int n = 0;
                    for (int i = random() & 63; i > 0; i--)
                        n += random();
                    return output(&events, &n, 4, 0) + __sync_fetch_and_add(&limit, 3);
                }
                """, "--target=bpf", "-O2", "-g", "-mcpu=v3"));
        assertThat(requirements.oldest()).contains(new KernelVersion(5, 12));
        assertThat(requirements.required())
                .extracting(requirement -> requirement.feature().name())
                .contains("atomic", "BPF_MAP_TYPE_RINGBUF", "bpf_ringbuf_output", "bounded-loop", "map-value", "jmp32");
    }

    @Test
    void readsBigEndianObjects() throws IOException {
        String source = """
                static int (*random)(void) = (void *)7;
                struct def { unsigned type, key, value, max, flags; };
                __attribute__((section("maps"), used)) struct def map = {27, 0, 0, 4096, 0};
                __attribute__((noinline)) static int twice(int n) { __asm__(""); return n * 2; }
                __attribute__((section("socket"))) int prog(void *ctx) {
                    int n = twice(random());
                    return n == 3 ? 1 : 2;
                }
                """;
        Requirements big = of(compile(source, "--target=bpfeb", "-O2", "-g", "-mcpu=v3"));
        assertThat(big.all())
                .extracting(requirement -> requirement.feature().name())
                .contains("jmp32", "call", "BPF_MAP_TYPE_RINGBUF");
        assertThat(big.oldest()).contains(new KernelVersion(5, 8));
    }
}
