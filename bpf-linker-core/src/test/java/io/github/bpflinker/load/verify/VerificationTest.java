package io.github.bpflinker.load.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.kernel.verifier.VerifierError;
import io.github.bpflinker.load.verify.LoadResult.Accepted;
import io.github.bpflinker.load.verify.LoadResult.Refused;
import io.github.bpflinker.load.verify.LoadResult.Skipped;
import io.github.bpflinker.load.verify.ProgramVerdict.Verdict;
import io.github.bpflinker.testing.Compiler;
import io.github.bpflinker.testing.Distribution;
import io.github.bpflinker.testing.Root;
import io.github.bpflinker.testing.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {

    private static final String GOOD = """
            struct context { unsigned data, end, meta, interface, queue; };
            __attribute__((noinline)) static int helper(volatile char *p) { return p[3] + 1; }
            __attribute__((section("xdp"), used)) int calls(struct context *c) {
                volatile char space[64];
                space[3] = c->interface & 1;
                return helper(space) & 1 ? 2 : 1;
            }
            char _license[] __attribute__((section("license"), used)) = "GPL";
            """;

    private static final String BAD = """
            struct context { unsigned data, end; };
            __attribute__((section("xdp"), used)) int first(struct context *c) { return 2; }
            __attribute__((section("xdp"), used)) int broken(struct context *c) {
                char *packet = (char *)(long)c->data;
                return packet[2000];
            }
            __attribute__((section("xdp"), used)) int last(struct context *c) { return 2; }
            char _license[] __attribute__((section("license"), used)) = "GPL";
            """;

    private static final String OPTIONAL = """
            struct context { unsigned data, end; };
            __attribute__((section("?xdp"), used)) int broken(struct context *c) {
                return *(int *)(long)c->data;
            }
            __attribute__((section("xdp"), used)) int always(struct context *c) { return 2; }
            __attribute__((section("?socket"), used)) int fits(void *c) { return 0; }
            char _license[] __attribute__((section("license"), used)) = "GPL";
            """;

    private static final String PANICS = """
            #![no_std]
            #![no_main]

            static POWERS: [u32; 4] = [1, 2, 4, 8];

            #[no_mangle]
            #[link_section = "xdp"]
            pub extern "C" fn pass(context: *const u32) -> u32 {
                POWERS[unsafe { context.add(3).read_volatile() } as usize]
            }

            #[panic_handler]
            fn panic(_: &core::panic::PanicInfo) -> ! {
                loop {}
            }
            """;

    @TempDir
    private Path folder;

    private Verification verify(String source, String... options) throws IOException {
        Root.require();
        String[] all = Stream.concat(Stream.of("--target=bpf", "-O2"), Stream.of(options))
                .toArray(String[]::new);
        return verify(Compiler.clang(Tool.CLANG_22, folder, "probe.o", source, all));
    }

    private static Verification verify(Path object) throws IOException {
        Verification verification = Verification.of(BpfObject.read(object), TrialLoader.ofSystem());
        if (verification.result() instanceof Skipped skipped && !Boolean.getBoolean("bpf.toolchain.required")) {
            Assumptions.abort(skipped.reason());
        }
        return verification;
    }

    private static ProgramVerdict of(String program, Verification verification) {
        return verification.programs().stream()
                .filter(verdict -> verdict.program().equals(program))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void countsWhatTheVerifierSaw() throws IOException {
        Verification verification = verify(GOOD, "-g");

        assertThat(verification.result()).isInstanceOf(Accepted.class);
        ProgramVerdict calls = of("calls", verification);
        assertThat(calls.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(calls.instructions()).isBetween(5L, 20L);
        assertThat(calls.statistics().processed().orElse(0)).isGreaterThan(calls.instructions());
        assertThat(calls.statistics().stackDepths()).first().isEqualTo(64L);
        assertThat(calls.statistics().stackDepths()).hasSize(2);
    }

    @Test
    void namesTheSourceLineOfWhatIsRefused() throws IOException {
        Verification verification = verify(BAD, "-g");

        assertThat(verification.result()).isInstanceOf(Refused.class);
        assertThat(verification.loaderReason()).isEmpty();
        VerifierError complaint = of("broken", verification).complaint().orElseThrow();
        assertThat(complaint.message()).contains("outside of the packet");
        assertThat(complaint.lines()).anyMatch(line -> line.contains("return packet[2000]"));
        assertThat(complaint.location().orElseThrow().line()).isEqualTo(5);
        assertThat(complaint.location().orElseThrow().file())
                .isEqualTo(folder.resolve("probe.o.c").toString());
        assertThat(of("first", verification).complaint()).isEmpty();
        assertThat(of("last", verification).verdict()).isEqualTo(Verdict.NOT_REACHED);
    }

    @Test
    void saysWhatIsRefusedWithoutLineInformation() throws IOException {
        VerifierError complaint = of("broken", verify(BAD)).complaint().orElseThrow();
        assertThat(complaint.location()).isEmpty();
        assertThat(complaint.message()).contains("outside of the packet");
    }

    @Test
    void recognizesTheEndlessLoopOfARustPanic() throws IOException {
        Root.require();
        Path linker = Distribution.make(Files.createDirectory(folder.resolve("linker")));
        Path object = Compiler.rustc(
                folder, "panics.o", PANICS, "-C", "debuginfo=2", "-C", "linker=" + linker, "-C", "link-arg=--btf");

        VerifierError complaint = of("pass", verify(object)).complaint().orElseThrow();
        assertThat(complaint.message()).startsWith("infinite loop detected at insn");
        assertThat(complaint.panic()).isTrue();
    }

    @Test
    void takesAnyOtherEndlessLoopForWhatItIs() throws IOException {
        Verification verification = verify("""
                struct context { unsigned data, end, meta, interface, queue; };
                __attribute__((section("xdp"), used)) int waits(struct context *c) {
                    while (c->queue > 7)
                        ;
                    return 2;
                }
                """, "-g");
        VerifierError complaint = of("waits", verification).complaint().orElseThrow();
        assertThat(complaint.message()).startsWith("infinite loop detected at insn");
        assertThat(complaint.location().orElseThrow().line()).isEqualTo(3);
        assertThat(complaint.panic()).isFalse();
    }

    @Test
    void triesOptionalProgramsByThemselves() throws IOException {
        Verification verification = verify(OPTIONAL, "-g");

        assertThat(((Accepted) verification.result()).names()).containsExactly("always");
        assertThat(verification.isAccepted()).isTrue();
        assertThat(verification.refusedProgram()).isEmpty();
        assertThat(verification.programs())
                .extracting(ProgramVerdict::program, ProgramVerdict::verdict, ProgramVerdict::optional)
                .containsExactlyInAnyOrder(
                        tuple("always", Verdict.ACCEPTED, false),
                        tuple("fits", Verdict.ACCEPTED, true),
                        tuple("broken", Verdict.REFUSED, true));
        assertThat(of("broken", verification).complaint().orElseThrow().message())
                .contains("outside of the packet");
    }

    @Test
    void saysThatTheKernelLacksTheFunctionToAttachTo() throws IOException {
        Verification verification = verify("""
                __attribute__((section("fentry/no_such_function_here"), used)) int probe(void *c) { return 0; }
                char _license[] __attribute__((section("license"), used)) = "GPL";
                """, "-g");
        assertThat(of("probe", verification).complaint().orElseThrow().message())
                .contains("no_such_function_here");
    }

    @Test
    void doesNotBlameAProgramForAMapThatIsRefused() throws IOException {
        Verification verification = verify("""
                struct {
                    int (*type)[1];
                    int (*max_entries)[8];
                    int (*map_flags)[0x10000000];
                    unsigned *key, *value;
                } odd __attribute__((section(".maps"), used));
                static void *(*map_lookup)(void *map, const void *key) = (void *)1;
                __attribute__((section("xdp"), used)) int pass(void *ctx) {
                    unsigned key = 0;
                    return map_lookup(&odd, &key) ? 1 : 2;
                }
                """, "-g");
        assertThat(of("pass", verification).verdict()).isEqualTo(Verdict.NOT_REACHED);
        assertThat(verification.loaderReason().orElseThrow())
                .startsWith("map 'odd': invalid argument (EINVAL) from BPF_MAP_CREATE");
    }

    @Test
    void passesOnWhatTheLoaderRefuses() throws IOException {
        Verification verification = verify("""
                __attribute__((section("nothing like this"), used)) int odd(void *c) { return 0; }
                """);
        assertThat(verification.result()).isInstanceOf(Refused.class);
        assertThat(verification.loaderReason()).isPresent();
    }

    @Test
    void leavesNothingPinned() throws IOException {
        verify(GOOD);
        try (Stream<Path> pins = Files.walk(Path.of("/sys/fs/bpf"))) {
            assertThat(pins).noneMatch(pin -> pin.endsWith("calls"));
        }
    }
}
