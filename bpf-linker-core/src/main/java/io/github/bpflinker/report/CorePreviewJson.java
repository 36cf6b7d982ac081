package io.github.bpflinker.report;

import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.json.JsonValue.JsonObject;
import io.github.bpflinker.load.bind.CorePreview;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The results of CO-RE relocations on several kernels as JSON. The format is extended only by new members. */
public final class CorePreviewJson {

    private CorePreviewJson() {}

    /**
     * One JSON object.
     *
     * @param object the name of the object
     * @param kernels the names of the kernels, in the order of the results
     */
    public static JsonValue of(String object, List<String> kernels, CorePreview preview) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("file", JsonValue.of(object));
        members.put("kernels", JsonValue.of(kernels.stream().map(JsonValue::of).toList()));
        members.put(
                "relocations",
                JsonValue.of(preview.relocations().stream()
                        .map(relocation -> relocation(relocation, kernels))
                        .toList()));
        return new JsonObject(members);
    }

    private static JsonValue relocation(CorePreview.Relocation relocation, List<String> kernels) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("function", JsonValue.of(relocation.function()));
        members.put("section", JsonValue.of(relocation.section()));
        members.put("instruction", JsonValue.of(relocation.at()));
        relocation.location().ifPresent(location -> SourceMembers.add(location, members));
        members.put("kind", JsonValue.of(relocation.kind().shortName()));
        members.put("target", JsonValue.of(relocation.target()));
        List<JsonValue> results = new ArrayList<>();
        for (int i = 0; i < kernels.size(); i++) {
            results.add(result(kernels.get(i), relocation.results().get(i)));
        }
        members.put("results", JsonValue.of(results));
        return new JsonObject(members);
    }

    private static JsonValue result(String kernel, CorePreview.Result result) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("kernel", JsonValue.of(kernel));
        members.put("verdict", JsonValue.of(result.verdict().name().toLowerCase(Locale.ROOT)));
        result.value().ifPresent(value -> members.put("value", new JsonValue.JsonNumber(Long.toUnsignedString(value))));
        if (!result.reason().isEmpty()) {
            members.put("reason", JsonValue.of(result.reason()));
        }
        return new JsonObject(members);
    }
}
