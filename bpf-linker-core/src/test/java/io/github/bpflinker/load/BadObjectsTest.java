package io.github.bpflinker.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.load.plan.PlannedMap;
import io.github.bpflinker.load.syscall.Bpf;
import io.github.bpflinker.testing.FailingCalls;
import io.github.bpflinker.testing.Root;
import io.github.bpflinker.testing.Tool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Objects with damaged headers, types, relocations and instructions: either they load all the same, or they are refused with
 * a sentence, and nothing stays open. {@code -Dbpf.load.mutations=N} tries N of each object.
 */
class BadObjectsTest {

    private static final String TOO_LARGE = "larger than this test makes maps";
    private static final int EACH = Integer.getInteger("bpf.load.mutations", 350);
    private static final long LARGEST_MAP = 1 << 24;
    private static final Duration LIMIT = Duration.ofSeconds(2);

    /** Offsets in the header of an ELF file, and in that of a section. */
    private static final int SECTION_HEADERS = 0x28;

    private static final int SECTION_HEADER_SIZE = 0x3a;
    private static final int SECTION_COUNT = 0x3c;
    private static final int SECTION_TYPE = 0x04;
    private static final int SECTION_OFFSET = 0x18;
    private static final int SECTION_SIZE = 0x20;

    /** Types of sections, and sizes of what is in them. */
    private static final int NO_BITS = 8;

    private static final int RELOCATIONS = 9;
    private static final int RELOCATION = 16;
    private static final int INSTRUCTION = 8;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "functions.bpf.c",
                "globals.bpf.c",
                "maps-in-maps.bpf.c",
                "callbacks.bpf.c",
                "core-fields.bpf.c",
                "tail-calls.bpf.c",
                "kconfig.bpf.c"
            })
    void refusesOrLoads(String source) throws IOException {
        Root.require();
        byte[] sound = Files.readAllBytes(LoadObjects.compile(Tool.CLANG_19, folder, source));
        FailingCalls calls = new FailingCalls((call, command) -> 0);
        RunningKernel kernel = new RunningKernel(Path.of("/"), new Bpf(calls));
        SplittableRandom random = new SplittableRandom(source.hashCode());
        int refused = 0;
        for (int round = 0; round < EACH; round++) {
            byte[] broken = damaged(sound, random);
            try (LoadedObject loaded = load(broken, kernel)) {
                assertThat(loaded.maps()).isNotNull();
            } catch (LinkException | LoadException e) {
                refused++;
                assertThat(e.getMessage()).as("round %s", round).isNotBlank();
            }
            assertThat(calls.open()).as("round %s", round).isEmpty();
        }
        assertThat(refused).isGreaterThan(EACH / 20);
    }

    /** Damage anywhere, or in one section: wild relocations, instructions that nobody wrote, types, symbols. */
    private static byte[] damaged(byte[] sound, SplittableRandom random) {
        byte[] damaged = sound.clone();
        if (random.nextBoolean()) {
            damage(damaged, 0, sound.length, random);
            return damaged;
        }
        ByteBuffer file = ByteBuffer.wrap(damaged).order(ByteOrder.LITTLE_ENDIAN);
        int header = (int) file.getLong(SECTION_HEADERS)
                + file.getShort(SECTION_HEADER_SIZE) * random.nextInt(file.getShort(SECTION_COUNT));
        int start = (int) file.getLong(header + SECTION_OFFSET);
        int size = (int) file.getLong(header + SECTION_SIZE);
        int entry = file.getInt(header + SECTION_TYPE) == RELOCATIONS ? RELOCATION : INSTRUCTION;
        if (size < entry || file.getInt(header + SECTION_TYPE) == NO_BITS || random.nextInt(3) == 0) {
            damage(damaged, start, Math.max(Math.min(size, sound.length - start), Long.BYTES), random);
            return damaged;
        }
        for (int entries = random.nextInt(4); entries >= 0; entries--) {
            int at = start + entry * random.nextInt(size / entry);
            if (entry == RELOCATION) {
                // Where, of which symbol, of which type.
                file.putLong(at, random.nextInt(4) == 0 ? random.nextLong() : random.nextInt(1 << 10));
                file.putInt(at + 8, random.nextInt(1 << random.nextInt(1, 12)));
                file.putInt(at + 12, random.nextInt(1 << random.nextInt(1, 7)));
            } else {
                file.put(at, (byte) random.nextInt(256));
                file.put(at + 1, (byte) random.nextInt(256));
                file.putShort(at + 2, (short) random.nextInt(-20, 20));
                file.putInt(at + 4, random.nextInt(-1, 1 << random.nextInt(1, 30)));
            }
        }
        return damaged;
    }

    /** One to four bits flipped, or a field set to an extreme value, in a part of the file. */
    private static void damage(byte[] damaged, int start, int size, SplittableRandom random) {
        if (size <= Integer.BYTES || start < 0 || start > damaged.length - size) {
            return;
        }
        if (random.nextInt(3) == 0) {
            int[] extremes = {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE, 0xff, 0x1000, damaged.length};
            ByteBuffer.wrap(damaged)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(start + random.nextInt(size - Integer.BYTES), extremes[random.nextInt(extremes.length)]);
        } else {
            for (int flips = random.nextInt(4); flips >= 0; flips--) {
                int bit = random.nextInt(size * Byte.SIZE);
                damaged[start + bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
            }
        }
    }

    private static LoadedObject load(byte[] object, RunningKernel kernel) {
        BpfLoader loader = BpfLoader.of(BpfObject.read("broken.bpf.o", ByteBuffer.wrap(object)))
                .into(kernel)
                .withoutPins()
                .requireTypes()
                .timeLimit(LIMIT);
        // A map of gigabytes takes them from the other tests.
        for (PlannedMap map : loader.plan().maps()) {
            long size = Integer.toUnsignedLong(map.shape().maxEntries())
                    * (Integer.toUnsignedLong(map.shape().valueSize())
                            + Integer.toUnsignedLong(map.shape().keySize()));
            if (size < 0 || size > LARGEST_MAP) {
                throw new LoadException(new LoadProblem.Unsuitable(TOO_LARGE));
            }
        }
        return loader.load();
    }
}
