package io.github.bpflinker.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.testing.LoadedSource;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemberNamesTest {

    private static final String OBJECT = """
            SEC("socket") int keep(void *ctx) { return 0; }
            """;

    @TempDir
    private Path folder;

    @Test
    void countersCalledBytesKeepTheirName() {
        Object seen = run("""
                struct traffic { u64 packets; u64 bytes; };
                union sample { u64 bytes; char raw[16]; };
                struct traffic traffic;
                union sample sample;
                """, """
                Sample sample = Sample.ofBytes(7);
                return new Traffic(1, 2).bytes() + " " + sample.bytes() + " " + sample.rawMemory().length + " "
                        + sample.rawBytes()[0];
                """);

        assertThat(seen).isEqualTo("2 7 16 7");
    }

    @Test
    void aMemberCalledAsAMethodOfAnotherOneHasAnUnderscore() {
        Object seen = run("""
                enum verdict { PASS, DROP };
                struct after { char name[4]; u32 name_bytes; enum verdict verdict; u32 verdict_value; };
                struct before { u32 name_bytes; char name[4]; u32 verdict_value; enum verdict verdict; };
                struct ends { u32 data_length; u16 data[]; };
                struct after after;
                struct before before;
                const struct ends *ends __attribute__((unused));
                """, """
                After after = new After("a", 1, Verdict.DROP, 2);
                Before before = new Before(1, "b", 2, Verdict.DROP);
                return after.nameBytes_() + " " + after.verdictValue_() + " " + before.name_Bytes()[0] + " "
                        + before.verdict_();
                """);

        assertThat(seen).isEqualTo("1 2 98 DROP");
    }

    private Object run(String types, String body) {
        Path object = LoadedSource.compile(folder, "names", types + OBJECT);
        String application = """
                package app;
                import com.example.*;
                public final class Application {
                    private Application() {}
                    public static Object run() {
                        BODY
                    }
                }
                """.replace("BODY", body);
        return JavaBuild.run(folder, "names", object, GenerateOptions.of("com.example"), application);
    }
}
