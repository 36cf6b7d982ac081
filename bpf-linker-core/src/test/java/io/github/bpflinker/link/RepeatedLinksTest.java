package io.github.bpflinker.link;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.llvm.Context;
import io.github.bpflinker.llvm.Module;
import io.github.bpflinker.option.OutputKind;
import io.github.bpflinker.option.RequestedLlvm;
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
        Set<ByteBuffer> texts = new HashSet<>();
        Deque<Context> others = new ArrayDeque<>();
        try {
            for (int i = 0; i < LINKS; i++) {
                objects.add(link(bitcode));
                texts.add(link(bitcode, OutputKind.ASM));
                others.add(somethingElseInMemory(i));
                if (others.size() > 3) {
                    others.remove().close();
                }
            }
        } finally {
            others.forEach(Context::close);
        }

        assertThat(objects).hasSize(1);
        assertThat(texts).hasSize(1);
    }

    /** LLVM remembers the variables that stand for such accesses after the module that they were in is gone. */
    @Test
    void accessesThatClangLeavesToTheLinkerDoNotDependOnFormerLinks() {
        String source = """
                struct task { int pid; struct { long start; } *times; } __attribute__((preserve_access_index));
                typedef struct { int id; } __attribute__((preserve_access_index)) group;
                enum state { IDLE, BUSY };
                __attribute__((section("socket"), used)) long program(struct task *task, group *group) {
                    return task->pid + group->id + __builtin_preserve_enum_value(*(enum state *)BUSY, 1)
                        + __builtin_preserve_type_info(*(struct task *)0, 0)
                        + __builtin_btf_type_id(*(struct task *)0, 1);
                }
                """;
        Path bitcode = Compiler.embeddedClang(
                folder,
                "core.bc",
                source,
                "--target=bpfel",
                "-O2",
                "-g",
                "-Xclang",
                "-disable-llvm-passes",
                "-emit-llvm");

        Set<ByteBuffer> objects = new HashSet<>();
        Set<ByteBuffer> texts = new HashSet<>();
        for (int i = 0; i < LINKS; i++) {
            objects.add(link(bitcode));
            texts.add(link(bitcode, OutputKind.LLVM_IR));
        }

        assertThat(objects).hasSize(1);
        assertThat(texts).hasSize(1);
    }

    private static String numbered(String format) {
        return IntStream.range(0, POINTERS).mapToObj(format::formatted).collect(Collectors.joining());
    }

    private static ByteBuffer link(Path bitcode) {
        return link(bitcode, OutputKind.OBJ);
    }

    private static ByteBuffer link(Path bitcode, OutputKind kind) {
        return Linker.inProcess()
                .link(LinkRequest.builder()
                        .input(bitcode)
                        .llvm(RequestedLlvm.Known.EMBEDDED)
                        .btf(true)
                        .emit(kind)
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
