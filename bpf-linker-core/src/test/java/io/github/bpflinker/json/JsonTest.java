package io.github.bpflinker.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void readsAWorkRequest() {
        JsonValue request = JsonValue.parse(
                " {\"arguments\" : [\"a\\u0041\\n\\/\", \"\"],\"requestId\":12, \"x\":[1.5e-3,true,false,null,{}]} ");
        assertThat(request.member("arguments").flatMap(JsonValue::asList).orElseThrow())
                .containsExactly(JsonValue.of("aA\n/"), JsonValue.of(""));
        assertThat(request.member("requestId").flatMap(JsonValue::asLong)).contains(12L);
        assertThat(request.member("missing")).isEmpty();
        assertThat(request)
                .hasToString("{\"arguments\":[\"aA\\n/\",\"\"],\"requestId\":12,\"x\":[1.5e-3,true,false,null,{}]}");
    }

    @Test
    void writesAsciiOnly() {
        assertThat(JsonValue.of("ü\"\\\u0001\ud83d\ude00")).hasToString("\"\\u00fc\\\"\\\\\\u0001\\ud83d\\ude00\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "{", "[1,]", "[,1]", "[1 2]", "{\"a\":1,}", "{\"a\" 1}", "{a:1}", "{\"a\":1,\"a\":2}", "01",
                        "-",
                "1.", "1e", ".5", "+1", "nul", "true false", "\"", "\"\n\"", "\"\\x\"", "\"\\u12g4\"", "\"\\u12\"",
                        "'a'",
                "NaN", "[1]]", "// x", "\"\\uff１1\""
            })
    void refusesWhatIsNoJson(String text) {
        assertThatThrownBy(() -> JsonValue.parse(text))
                .isInstanceOf(JsonException.class)
                .hasMessageStartingWith("offset");
    }

    @Test
    void refusesDeepNesting() {
        assertThat(JsonValue.parse("[".repeat(64) + "]".repeat(64))).isNotNull();
        assertThatThrownBy(() -> JsonValue.parse("[".repeat(100_000))).isInstanceOf(JsonException.class);
    }

    @Provide
    Arbitrary<JsonValue> values() {
        return Arbitraries.recursive(JsonTest::leaves, JsonTest::containers, 0, 3);
    }

    private static Arbitrary<JsonValue> leaves() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(8).map(JsonValue::of),
                Arbitraries.longs().map(JsonValue::of),
                Arbitraries.of(true, false).map(JsonValue::of),
                Arbitraries.of(new JsonValue.Null(), new JsonValue.JsonNumber("-0.25E+7")));
    }

    private static Arbitrary<JsonValue> containers(Arbitrary<JsonValue> inner) {
        Arbitrary<JsonValue> arrays = inner.list().ofMaxSize(4).map(JsonValue::of);
        Arbitrary<JsonValue> objects = Arbitraries.maps(Arbitraries.strings().ofMaxLength(4), inner)
                .ofMaxSize(4)
                .map(members -> new JsonValue.JsonObject(new LinkedHashMap<>(members)));
        return Arbitraries.oneOf(arrays, objects);
    }

    @Property(tries = 200)
    void readsBackWhatItWrote(@ForAll("values") JsonValue value) {
        String text = value.toString();
        assertThat(text).matches("[ -~]*");
        assertThat(JsonValue.parse(text)).isEqualTo(value);
    }

    @Property(tries = 300)
    void answersAnyTextWithAValueOrOneException(@ForAll String text) {
        parsesOrRefuses(text);
    }

    @Property(tries = 300)
    void answersDamagedJsonWithAValueOrOneException(
            @ForAll("values") JsonValue value, @ForAll int at, @ForAll char replacement) {
        StringBuilder text = new StringBuilder(value.toString());
        text.setCharAt(Math.floorMod(at, text.length()), replacement);
        parsesOrRefuses(text.toString());
        parsesOrRefuses(text.substring(0, Math.floorMod(at, text.length())));
    }

    private static void parsesOrRefuses(String text) {
        try {
            JsonValue value = JsonValue.parse(text);
            assertThat(JsonValue.parse(value.toString())).isEqualTo(value);
        } catch (JsonException e) {
            assertThat(e).hasMessageStartingWith("offset");
        }
    }

    @Test
    void keepsTheOrderOfMembers() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("z", JsonValue.of(1));
        members.put("a", JsonValue.of(List.of()));
        assertThat(new JsonValue.JsonObject(members)).hasToString("{\"z\":1,\"a\":[]}");
    }
}
