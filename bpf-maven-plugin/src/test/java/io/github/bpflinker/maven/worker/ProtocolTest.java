package io.github.bpflinker.maven.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.json.JsonValue;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ProtocolTest {

    @Property(tries = 100)
    void writesArgumentsInOneLine(@ForAll List<String> arguments) {
        String line = Protocol.request(arguments);

        assertThat(line).doesNotContain("\n");
        assertThat(JsonValue.parse(line)
                        .member("arguments")
                        .flatMap(JsonValue::asList)
                        .orElseThrow())
                .extracting(value -> value.asText().orElseThrow())
                .isEqualTo(arguments);
    }

    @Test
    void readsAResponse() {
        assertThat(Protocol.response("{\"exitCode\":1,\"output\":\"Error: no\\n\",\"requestId\":0}"))
                .contains(new WorkerAnswer.Finished(1, "Error: no\n"));
    }

    @Test
    void takesWhatIsLeftOutForNothing() {
        assertThat(Protocol.response("{}")).contains(new WorkerAnswer.Finished(0, ""));
    }

    @Property(tries = 200)
    void takesAnythingElseForNoResponse(@ForAll String line) {
        assertThat(Protocol.response(line)).isEmpty();
    }
}
