package io.github.bpflinker.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.testing.LoadedSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types that options name, for several objects in one package. */
class RequestedTypesTest {

    private static final String TRACER = """
            struct event { u32 pid; };
            struct note { u32 line; };
            struct { __uint(type, 27); __uint(max_entries, 4096); } events SEC(".maps");
            struct { __uint(type, 27); __uint(max_entries, 4096); } notes SEC(".maps");
            struct event *event;
            struct note *note;
            SEC("socket") int trace(void *ctx) { return events.type != notes.type; }
            """;

    private static final String FILTER = """
            struct rule { u32 port; };
            struct rule *rule;
            SEC("socket") int filter(void *ctx) { return 0; }
            """;

    @TempDir
    private Path folder;

    @Test
    void areThoseOfTheObjectsThatHaveThem() throws IOException {
        List<JavaSource> sources = generate("events=event", "rule");

        assertThat(sources).extracting(JavaSource::path).contains("a/Event.java", "a/Rule.java", "a/Note.java");
        assertThat(sources)
                .filteredOn(source -> source.path().equals("a/Tracer.java"))
                .singleElement()
                .extracting(JavaSource::text)
                .asString()
                .contains("TypedEvents<Event, Event.View> events()");
    }

    @Test
    void areAnErrorIfNoObjectHasThem() {
        assertThatExceptionOfType(GenerateException.class)
                .isThrownBy(() -> generate("events=evnt"))
                .withMessageStartingWith("object 'filter' has no struct, union, enumeration or typedef of one 'evnt'");
        assertThatExceptionOfType(GenerateException.class)
                .isThrownBy(() -> generate("evnts=event"))
                .withMessageContaining(
                        "has no ring buffer or perf event array 'evnts' to carry 'event'; it has [events, notes]");
    }

    private List<JavaSource> generate(String... types) throws IOException {
        return JavaGenerator.generate(
                List.of(object("filter", FILTER), object("tracer", TRACER)),
                GenerateOptions.of("a").withTypes(List.of(types)));
    }

    private ObjectSource object(String name, String source) throws IOException {
        return ObjectSource.of(name, "/" + name, BpfObject.read(LoadedSource.compile(folder, name, source)));
    }
}
