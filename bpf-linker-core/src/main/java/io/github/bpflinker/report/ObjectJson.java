package io.github.bpflinker.report;

import io.github.bpflinker.elf.BpfFunction;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.elf.ElfSection;
import io.github.bpflinker.elf.ElfSymbol;
import io.github.bpflinker.elf.ObjectMap;
import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.json.JsonValue.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The report on an object as JSON. The format is extended only by new members. */
public final class ObjectJson {

    private ObjectJson() {}

    public static JsonValue of(String name, BpfObject object) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("file", JsonValue.of(name));
        members.put("instructions", JsonValue.of(object.instructions()));
        members.put("license", object.license().map(JsonValue::of).orElse(new JsonValue.Null()));
        members.put("btfBytes", JsonValue.of(object.btfSize()));
        members.put("btfExtBytes", JsonValue.of(object.btfExtSize()));
        members.put(
                "functions",
                JsonValue.of(
                        object.functions().stream().map(ObjectJson::function).toList()));
        members.put(
                "maps", JsonValue.of(object.maps().stream().map(ObjectJson::map).toList()));
        members.put(
                "sections",
                JsonValue.of(object.file().sections().stream()
                        .filter(section -> section.type() != ElfSection.NULL)
                        .map(ObjectJson::section)
                        .toList()));
        members.put("undefined", JsonValue.of(undefined(object)));
        return new JsonObject(members);
    }

    private static List<JsonValue> undefined(BpfObject object) {
        return object.undefinedSymbols().stream()
                .map(ElfSymbol::name)
                .filter(name -> !name.isEmpty())
                .map(JsonValue::of)
                .toList();
    }

    private static JsonValue function(BpfFunction function) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("name", JsonValue.of(function.name()));
        members.put("section", JsonValue.of(function.section().name()));
        members.put("instructions", JsonValue.of(function.instructions()));
        members.put("kind", JsonValue.of(ObjectText.kind(function)));
        members.put("exported", JsonValue.of(function.exported()));
        return new JsonObject(members);
    }

    private static JsonValue map(ObjectMap map) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("name", JsonValue.of(map.name()));
        members.put("section", JsonValue.of(map.section().name()));
        members.put("size", JsonValue.of(map.size()));
        members.put("kind", JsonValue.of(ObjectText.kind(map)));
        return new JsonObject(members);
    }

    private static JsonValue section(ElfSection section) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("name", JsonValue.of(section.name()));
        members.put("type", JsonValue.of(section.typeName()));
        members.put("size", JsonValue.of(section.size()));
        return new JsonObject(members);
    }
}
