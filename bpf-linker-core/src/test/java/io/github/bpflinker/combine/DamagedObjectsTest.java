package io.github.bpflinker.combine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.elf.ElfFile;
import io.github.bpflinker.testing.Compiler;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged objects give an object or a finding about the input. {@code -Dbpf.combine.damaged=500000} damages that many.
 */
class DamagedObjectsTest {

    private static final int COUNT = Integer.getInteger("bpf.combine.damaged", 1500);
    private static final Set<Problem> FINDINGS = EnumSet.of(
            Problem.ELF_INVALID,
            Problem.BTF_INVALID,
            Problem.INPUTS_INCOMPATIBLE,
            Problem.SYMBOL_DUPLICATE,
            Problem.SECTIONS_DIFFER,
            Problem.DECLARATIONS_DIFFER);
    private static final String SOURCE = """
            #define SEC(name) __attribute__((section(name), used))
            struct value { long count; struct value *next; };
            struct { int (*type)[2]; int (*max_entries)[1]; int *key; struct value *value; } NAME(map) SEC(".maps");
            extern int other(struct value *value);
            extern int CONFIG_HZ __attribute__((section(".kconfig")));
            struct task { int pid; } __attribute__((preserve_access_index));
            static int state = 3;
            int NAME(global)(int x) { state += x; return state; }
            SEC("xdp") int NAME(program)(struct task *task)
            {
                struct value value = { 1 };
                return other(&value) + CONFIG_HZ + NAME(global)(task->pid) + (long)&NAME(map);
            }
            char _license[] SEC("license") = "GPL";
            """;

    @TempDir
    private static Path folder;

    private static byte[] sample;
    private static byte[] good;

    @BeforeAll
    static void compile() throws IOException {
        sample = compiled("sample.o", "-DNAME(x)=a_##x");
        good = compiled("good.o", "-DNAME(x)=b_##x");
    }

    private static byte[] compiled(String name, String define) throws IOException {
        return Files.readAllBytes(Compiler.embeddedClang(folder, name, SOURCE, "--target=bpfel", "-O1", "-g", define));
    }

    @Test
    void aDamagedObjectGivesAnObjectOrAFinding() {
        Random random = new Random(1);
        for (int i = 0; i < COUNT; i++) {
            resultOrFinding(List.of(damaged(random)));
        }
    }

    @Test
    void aDamagedObjectBesideAGoodOneGivesAnObjectOrAFinding() {
        Random random = new Random(2);
        for (int i = 0; i < COUNT; i++) {
            byte[] damaged = damaged(random);
            resultOrFinding(random.nextBoolean() ? List.of(damaged, good) : List.of(good, damaged));
        }
    }

    private static void resultOrFinding(List<byte[]> objects) {
        try {
            List<ElfFile> files = objects.stream()
                    .map(bytes -> ElfFile.read("object", ByteBuffer.wrap(bytes)))
                    .toList();
            assertThat(BpfObject.read(
                            "combined", ObjectCombiner.combine(files, Set.of()).content()))
                    .isNotNull();
        } catch (LinkException e) {
            assertThat(e.diagnostics()).isNotEmpty().allSatisfy(finding -> {
                assertThat(FINDINGS).contains(finding.problem());
                assertThat(finding.input()).isEqualTo("object");
            });
        }
    }

    /** Bits turned over, a word that is extreme, or the end cut off. */
    private static byte[] damaged(Random random) {
        byte[] bytes = sample.clone();
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            int place = random.nextInt(bytes.length - Integer.BYTES);
            if (random.nextInt(3) == 0) {
                int[] extremes = {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0xff, bytes.length, 0x10000};
                ByteBuffer.wrap(bytes)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(place, extremes[random.nextInt(extremes.length)]);
            } else {
                bytes[place] ^= (byte) (1 << random.nextInt(8));
            }
        }
        return random.nextInt(8) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }
}
