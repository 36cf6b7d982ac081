package io.github.bpflinker.link.resolve;

import static io.github.bpflinker.link.resolve.Given.archive;
import static io.github.bpflinker.link.resolve.Given.member;
import static io.github.bpflinker.link.resolve.Given.module;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.bpflinker.input.InputContent;
import io.github.bpflinker.link.TestLlvm;
import io.github.bpflinker.llvm.Context;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SymbolResolverTest {

    private static final String CALLS_F = """
            declare i32 @f()
            define i32 @main() { %r = call i32 @f()  ret i32 %r }
            """;

    private static final String F = "define i32 @f() { ret i32 1 }";
    private static final String WEAK_F = "define weak i32 @f() { ret i32 2 }";
    private static final String F_CALLS_G = """
            declare i32 @g()
            define i32 @f() { %r = call i32 @g()  ret i32 %r }
            """;
    private static final String G = "define i32 @g() { ret i32 3 }";

    private final Context context = TestLlvm.newContext();

    @AfterEach
    void closeContext() {
        context.close();
    }

    @Test
    void takesOnlyMembersThatAreAskedFor() {
        assertThat(resolve(module("main", CALLS_F), archive("lib.a", member("g.o", G), member("f.o", F))))
                .containsExactly("main", "lib.a(f.o)");
    }

    @Test
    void takesWhatMembersAskForInTheirTurn() {
        assertThat(resolve(
                        module("main", CALLS_F),
                        archive("g.a", member("g.o", G)),
                        archive("f.a", member("f.o", F_CALLS_G))))
                .containsExactly("main", "f.a(f.o)", "g.a(g.o)");
    }

    @Test
    void takesAMemberOnceThoughTwoSymbolsAskForIt() {
        String both = CALLS_F + "declare i32 @g()\n define i32 @other() { %r = call i32 @g()  ret i32 %r }";

        assertThat(resolve(module("main", both), archive("lib.a", member("both.o", F + "\n" + G))))
                .containsExactly("main", "lib.a(both.o)");
    }

    @Test
    void takesNoMemberForWhatADirectInputDefines() {
        assertThat(resolve(module("main", CALLS_F), archive("lib.a", member("f.o", F)), module("own", F)))
                .containsExactly("main", "own");
    }

    @Test
    void takesTheMembersThatDefineExports() {
        try (Resolution resolution =
                resolve(Set.of("g"), false, List.of(module("main", F), archive("lib.a", member("g.o", G))))) {
            assertThat(names(resolution)).containsExactly("main", "lib.a(g.o)");
            assertThat(resolution.modules().get(1).reason()).isEqualTo("g");
            assertThat(resolution.modules().get(1).askedBy()).isEqualTo("exports");
        }
    }

    @Test
    void saysWhichSymbolAndInputAskedForAMember() {
        try (Resolution resolution =
                resolve(Set.of(), false, List.of(module("main", CALLS_F), archive("lib.a", member("f.o", F))))) {
            assertThat(resolution.modules())
                    .extracting(OpenModule::reason, OpenModule::askedBy)
                    .containsExactly(tuple("command line", "command line"), tuple("f", "main"));
        }
    }

    @Test
    void prefersTheStrongDefinitionOfALaterArchive() {
        assertThat(resolve(
                        module("main", CALLS_F),
                        archive("weak.a", member("weak.o", WEAK_F)),
                        archive("strong.a", member("strong.o", F))))
                .containsExactly("main", "strong.a(strong.o)");
    }

    @Test
    void looksForAStrongDefinitionOfWhatADirectInputDefinesWeakly() {
        assertThat(resolve(module("main", WEAK_F), archive("lib.a", member("f.o", F))))
                .containsExactly("main", "lib.a(f.o)");
    }

    @Test
    void isContentWithAWeakDefinition() {
        assertThat(resolve(module("main", CALLS_F), archive("lib.a", member("weak.o", WEAK_F))))
                .containsExactly("main", "lib.a(weak.o)");
    }

    @Test
    void takesNoMemberForAWeakReference() {
        String main = """
                declare extern_weak i32 @f()
                define i1 @main() { %r = icmp ne ptr @f, null  ret i1 %r }
                """;

        assertThat(resolve(module("main", main), archive("lib.a", member("f.o", F))))
                .containsExactly("main");
    }

    @Test
    void takesNoMemberForWhatTheKernelDefines() {
        String main = """
                @f = external global i32, section ".ksyms"
                define i32 @main() { %r = load i32, ptr @f  ret i32 %r }
                """;

        assertThat(resolve(module("main", main), archive("lib.a", member("f.o", "@f = global i32 1"))))
                .containsExactly("main");
    }

    @Test
    void takesEverythingOfWholeArchives() {
        try (Resolution resolution = resolve(
                Set.of(),
                true,
                List.of(module("main", CALLS_F), archive("lib.a", member("g.o", G), member("f.o", F))))) {
            assertThat(names(resolution)).containsExactly("main", "lib.a(f.o)", "lib.a(g.o)");
        }
    }

    @Test
    void passesOverMembersThatAreNoModules() {
        assertThat(resolve(
                        module("main", CALLS_F),
                        archive("lib.a", member("lib.rmeta", "rust metadata"), member("f.o", F))))
                .containsExactly("main", "lib.a(f.o)");
    }

    @Test
    void finishesWithoutWhatNobodyDefines() {
        assertThat(resolve(module("main", CALLS_F), archive("lib.a", member("g.o", G))))
                .containsExactly("main");
    }

    private List<String> resolve(InputContent... inputs) {
        try (Resolution resolution = resolve(Set.of(), false, List.of(inputs))) {
            return names(resolution);
        }
    }

    private Resolution resolve(Set<String> exports, boolean wholeArchive, List<InputContent> inputs) {
        return SymbolResolver.resolve(inputs, exports, true, wholeArchive, new ModuleOpener(context));
    }

    private static List<String> names(Resolution resolution) {
        return resolution.modules().stream().map(OpenModule::name).toList();
    }
}
