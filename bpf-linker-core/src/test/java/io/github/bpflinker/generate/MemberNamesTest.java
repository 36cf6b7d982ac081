package io.github.bpflinker.generate;

import static org.assertj.core.api.Assertions.assertThat;

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

    @Test
    void membersAndConstantsOfCThatLookEscapedKeepTheirNames() {
        Object seen = run("""
                struct latencies { u64 lat_20_us; u64 lat_25_us; };
                enum limit { LAT_20_MS = 20 };
                struct latencies latencies;
                enum limit limit;
                """, """
                Latencies latencies = new Latencies(1, 2);
                return latencies.lat20Us() + " " + latencies.lat25Us() + " " + Limit.LAT_20_MS;
                """);

        assertThat(seen).isEqualTo("1 2 LAT_20_MS");
    }

    @Test
    void ofTwoVariablesWithTheSameMethodTheSecondInTheSectionHasAnUnderscore() {
        Object seen = run("""
                enum mode { OFF, ON };
                struct place { u32 line; };
                enum mode mode = ON;
                u32 mode_value = 5;
                struct place place = {3};
                u32 place_view = 4;
                """, """
                java.util.List<String> names = new java.util.ArrayList<>();
                for (java.lang.reflect.Method each : Names.Data.class.getDeclaredMethods()) {
                    if (each.getParameterCount() == 0) {
                        names.add(each.getReturnType().getSimpleName() + " " + each.getName());
                    }
                }
                java.util.Collections.sort(names);
                return names.toString();
                """);

        assertThat(seen)
                .isEqualTo(
                        "[Mode mode, Place place_, View place_View, int modeValue, long modeValue_, long placeView]");
    }

    @Test
    void aProgramCalledAsAKindOfProgramsHasAClassOfItsOwn() {
        Object seen = run("""
                SEC("xdp") int xdp_program(void *ctx) { return 2; }
                SEC("kprobe/do_exit") int section_program(void *ctx) { return 0; }
                """, """
                return Names.XdpProgramProgram.class.getInterfaces()[0].getSimpleName() + " "
                        + Names.SectionProgramProgram.class.getInterfaces()[0].getSimpleName();
                """);

        assertThat(seen).isEqualTo("XdpProgram SectionProgram");
    }

    @Test
    void classesDifferInMoreThanTheirCase() {
        Object seen = run("""
                struct flow_key { u32 a; };
                struct flowkey { struct { u32 a; } in_ner; struct { u32 a; } inner; };
                struct flow_key first;
                struct flowkey second;
                """, """
                return new FlowkeyStruct(new FlowkeyStruct.InNer(1), new FlowkeyStruct.InnerStruct(2)) + " " + new FlowKey(3);
                """);

        assertThat(seen).isEqualTo("FlowkeyStruct[inNer=InNer[a=1], inner=InnerStruct[a=2]] FlowKey[a=3]");
    }

    private Object run(String source, String body) {
        return JavaBuild.run(folder, source + OBJECT, body);
    }
}
