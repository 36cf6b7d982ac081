package io.github.bpflinker.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Structs and unions by what they are in C, not by how they are called there. */
class DeclaredTypesTest {

    private static final String PROGRAM = """
            SEC("socket") int keep(void *ctx) { return 0; }
            """;

    @TempDir
    private Path folder;

    @Test
    void aStructWithoutANameIsDescribedByItsTag() {
        Object seen = JavaBuild.run(folder, """
                typedef struct { u32 a; } pair_t;
                struct { u32 a; } pair;
                union { u32 a; } either;
                pair_t named;
                """ + PROGRAM, """
                return Pair.TYPE + ", " + Either.TYPE + ", " + PairT.TYPE;
                """);

        assertThat(seen).isEqualTo("struct {…}, union {…}, pair_t");
    }

    @Test
    void aUnionIsMadeOfOneOfItsMembers() {
        Object seen = JavaBuild.run(folder, """
                typedef union { u32 number; u16 halves[2]; } word_t;
                word_t word;
                union { u32 number; u16 half; } other;
                """ + PROGRAM, """
                return WordT.ofNumber(5).number() + " " + Other.ofNumber(6).number();
                """);

        assertThat(seen).isEqualTo("5 6");
    }

    @Test
    void aStructWithTooManyMembersForAConstructorIsNot() {
        String members =
                IntStream.range(0, 150).mapToObj(i -> "u32 m" + i + ";").collect(Collectors.joining(" "));
        Object seen = JavaBuild.run(folder, "typedef struct { " + members + " } union_of_many;\n" + """
                union_of_many many;
                """ + PROGRAM, """
                return java.util.Arrays.stream(UnionOfMany.class.getMethods()).anyMatch(each -> each.getName().equals("ofM0"));
                """);

        assertThat(seen).isEqualTo(false);
    }
}
