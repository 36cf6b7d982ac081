package io.github.bpflinker.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.load.LoadedObject;
import io.github.bpflinker.run.TestRun;
import io.github.bpflinker.testing.LoadedSource;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GlobalVariablesTest {

    private static final String SOURCE = """
        enum mode { OFF, ON = 3 };
        struct settings {
            char name[8];
            s32 offset;
            u32 low : 3, high : 5;
            enum mode mode;
            union { u64 whole; u32 halves[2]; };
            u16 list[3];
            u8 truth;
        };
        struct settings settings = {.name = "first", .offset = -5, .low = 5, .high = 17, .mode = ON,
                                    .whole = 0x200000001, .list = {1, 2, 3}};
        u64 runs;
        const volatile u32 step = 2;
        SEC("socket") int run(void *ctx) {
            runs += step;
            settings.offset += 1;
            return settings.offset;
        }
        """;

    @Test
    void areReadAndWrittenByName(@TempDir Path folder) {
        try (LoadedObject object = LoadedSource.load(folder, "globals", SOURCE, loader -> loader.global("step", 10))) {
            GlobalVariables globals = GlobalVariables.of(object);
            assertThat(globals.names()).contains("settings", "runs", "step");
            TestRun run = TestRun.of(object.program("run")).data(new byte[64]);
            assertThat(run.run().returnValue()).isEqualTo(-4);
            assertThat(globals.variable("runs").number()).isEqualTo(10);
            Variable settings = globals.variable("settings");
            assertThat(settings.field("offset").number()).isEqualTo(-4);
            assertThat(settings.json())
                    .isEqualTo(
                            JsonValue.parse("{\"name\":\"first\",\"offset\":-4,\"low\":5,\"high\":17,\"mode\":\"ON\","
                                    + "\"whole\":8589934593,\"halves\":[1,2],\"list\":[1,2,3],\"truth\":0}"));
            assertThat(settings.field("halves").element(1).number()).isEqualTo(2);
            assertThat(settings.field("high").json()).isEqualTo(JsonValue.of(17));

            settings.field("offset").set(100);
            globals.variable("runs").set(7);
            assertThat(run.run().returnValue()).isEqualTo(101);
            assertThat(globals.variable("runs").number()).isEqualTo(17);
            settings.set(JsonValue.parse("{\"name\":\"second\",\"mode\":\"OFF\",\"high\":30,\"list\":[9]}"));
            assertThat(settings.json())
                    .isEqualTo(JsonValue.parse(
                            "{\"name\":\"second\",\"offset\":101,\"low\":5,\"high\":30,\"mode\":\"OFF\","
                                    + "\"whole\":8589934593,\"halves\":[1,2],\"list\":[9,2,3],\"truth\":0}"));
        }
    }

    @Test
    void sayWhatCanNotBe(@TempDir Path folder) {
        try (LoadedObject object = LoadedSource.load(folder, "globals", SOURCE)) {
            GlobalVariables globals = GlobalVariables.of(object);
            assertThatThrownBy(() -> globals.variable("setings"))
                    .isInstanceOf(NoSuchElementException.class)
                    .hasMessageContaining("did you mean 'settings'?");
            assertThatThrownBy(() -> globals.variable("settings").field("none"))
                    .isInstanceOf(NoSuchElementException.class);
            assertThatThrownBy(() -> globals.variable("settings").number()).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> globals.variable("settings").field("truth").set(256))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("has 8 bits, which do not hold 256");
            assertThatThrownBy(() -> globals.variable("step").set(1))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("constant once it is loaded");
            assertThatThrownBy(() -> globals.variable("settings").set(JsonValue.parse("{\"mode\":\"MAYBE\"}")))
                    .hasMessage("field 'mode' is one of [OFF, ON], and not \"MAYBE\"");
            assertThatThrownBy(() -> globals.variable("settings").set(JsonValue.parse("{\"nme\":\"x\"}")))
                    .hasMessageContaining("has no field 'nme'; did you mean 'name'?");
            assertThatThrownBy(() -> globals.variable("settings").set(JsonValue.parse("{\"name\":\"nine bytes\"}")))
                    .hasMessageContaining("field 'name' holds 8 bytes");
            assertThatThrownBy(() -> globals.variable("settings").set(JsonValue.parse("{\"low\":8}")))
                    .hasMessageContaining("field 'low' has 3 bits, which do not hold 8");
            assertThatThrownBy(() -> globals.variable("settings").set(JsonValue.parse("{\"list\":[1,2,3,4]}")))
                    .hasMessageContaining("field 'list' has 3 elements, and not 4");
        }
    }
}
