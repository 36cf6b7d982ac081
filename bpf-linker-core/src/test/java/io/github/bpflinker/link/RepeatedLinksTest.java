package io.github.bpflinker.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.LlvmChoice;
import io.github.bpflinker.llvm.Context;
import io.github.bpflinker.llvm.Module;
import io.github.bpflinker.testing.Compiler;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a link writes does not depend on the addresses at which LLVM keeps things. */
class RepeatedLinksTest {

    private static final int LINKS = 12;
    private static final int POINTERS = 24;

    @TempDir
    Path folder;

    @Test
    void structsThatAreOnlyPointedToAreNumberedAlike() {
        String structs = numbered("struct s%1$d { int field; };\n");
        String members =
                numbered("struct s%1$d *p%1$d; struct s%1$d __attribute__((btf_type_tag(\"t%1$d\"))) *t%1$d;\n");
        String source = structs
                + "struct all {\n" + members + "};\n"
                + "__attribute__((section(\"xdp\"), used)) int program(struct all *all) { return all->p0 != 0; }\n";
        Path bitcode = Compiler.embeddedClang(folder, "a.bc", source, "--target=bpfel", "-O2", "-g", "-emit-llvm");

        Set<ByteBuffer> objects = new HashSet<>();
        Deque<Context> others = new ArrayDeque<>();
        try {
            for (int i = 0; i < LINKS; i++) {
                objects.add(link(bitcode));
                others.add(somethingElseInMemory(i));
                if (others.size() > 3) {
                    others.remove().close();
                }
            }
        } finally {
            others.forEach(Context::close);
        }

        assertThat(objects).hasSize(1);
    }

    private static String numbered(String format) {
        return IntStream.range(0, POINTERS).mapToObj(format::formatted).collect(Collectors.joining());
    }

    private static ByteBuffer link(Path bitcode) {
        return Linker.inProcess()
                .link(LinkRequest.builder()
                        .input(bitcode)
                        .llvm(LlvmChoice.Known.EMBEDDED)
                        .btf(true)
                        .build())
                .outputs()
                .get(0)
                .content();
    }

    /** Takes memory, so that the next link finds its own elsewhere. */
    private static Context somethingElseInMemory(int amount) {
        Context context = TestLlvm.newContext();
        for (int i = 0; i <= amount; i++) {
            try (Module module = context.newModule("name" + "x".repeat(i * 100))) {
                module.setInlineAssembly("# " + "y".repeat(50 * (i + 1)));
            }
        }
        return context;
    }
}
