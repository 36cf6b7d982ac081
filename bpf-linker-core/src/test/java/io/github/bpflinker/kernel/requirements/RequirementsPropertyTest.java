package io.github.bpflinker.kernel.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.testing.Compiler;
import io.github.bpflinker.testing.Mutations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RequirementsPropertyTest {

    private static final String SOURCE = """
            struct value { int a; struct { int b; } l[3]; struct value *next; };
            struct {
                int (*type)[2]; int (*max_entries)[1]; int (*key); struct value *value; int (*map_flags)[1];
            } map __attribute__((section(".maps")));
            static int (*random)(void) = (void *)7;
            static void *(*lookup)(void *, void *) = (void *)1;
            int counter;
            extern int outside(int) __attribute__((section(".ksyms")));
            __attribute__((noinline)) static int twice(int n) { __asm__(""); return n * 2 + counter; }
            __attribute__((section("tc"))) int prog(void *ctx) {
                int key = random() & 63;
                for (int i = 0; i < key; i++)
                    counter += twice(i);
                return lookup(&map, &key) ? outside(key) : 0;
            }
            """;

    private static final class Sample {
        private static final byte[] OBJECT = compile();

        private static byte[] compile() {
            try {
                Path folder = Files.createTempDirectory("requirements");
                Path object = Compiler.embeddedClang(folder, "x.o", SOURCE, "--target=bpfel", "-O2", "-g", "-mcpu=v3");
                byte[] bytes = Files.readAllBytes(object);
                Files.delete(object);
                Files.delete(folder.resolve("x.o.c"));
                Files.delete(folder);
                return bytes;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Provide
    static Arbitrary<byte[]> damaged() {
        return Mutations.any(Sample.OBJECT);
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void aDamagedObjectHasRequirementsOrOneClearError(@ForAll("damaged") byte[] object) {
        try {
            Requirements requirements = Requirements.of(BpfObject.read("x.o", ByteBuffer.wrap(object)));
            assertThat(requirements.required()).isNotNull();
            assertThat(requirements.oldest()).isNotNull();
        } catch (LinkException e) {
            assertThat(e.diagnostics()).hasSize(1);
            assertThat(e.diagnostic().input()).isEqualTo("x.o");
        }
    }
}
