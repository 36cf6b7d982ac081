package io.github.bpflinker.worker;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.json.JsonValue.JsonObject;
import io.github.bpflinker.link.LinkMap;
import io.github.bpflinker.link.LinkMap.LinkedInput;
import io.github.bpflinker.link.LinkMap.LinkedSymbol;
import io.github.bpflinker.link.LinkMap.SymbolKind;
import io.github.bpflinker.link.LinkResult;
import io.github.bpflinker.link.LinkResult.LlvmUsed;
import io.github.bpflinker.link.LinkResult.Output;
import io.github.bpflinker.link.LinkResult.PhaseTime;
import io.github.bpflinker.link.ObjectSummary;
import io.github.bpflinker.option.OutputKind;
import io.github.bpflinker.option.Provider;
import io.github.bpflinker.report.DiagnosticJson;
import io.github.bpflinker.version.LlvmVersion;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Converts link reports to and from JSON, without the content of outputs, which is in files. */
final class LinkReportJson {

    private LinkReportJson() {}

    static JsonObject write(LinkReport report) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("diagnostics", array(report.diagnostics(), DiagnosticJson::write));
        report.result().ifPresent(result -> members.put("result", write(result)));
        return new JsonObject(members);
    }

    private static JsonObject write(LinkResult result) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("outputs", array(result.outputs(), LinkReportJson::write));
        members.put("inputs", array(result.map().inputs(), LinkReportJson::write));
        members.put("symbols", array(result.map().symbols(), LinkReportJson::write));
        members.put("phases", array(result.phases(), LinkReportJson::write));
        result.llvm().ifPresent(llvm -> members.put("llvm", write(llvm)));
        result.object().ifPresent(object -> members.put("object", write(object)));
        return new JsonObject(members);
    }

    private static JsonObject write(Output output) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("kind", JsonValue.of(output.kind().optionName()));
        output.file().ifPresent(file -> members.put("file", JsonValue.of(file.toString())));
        return new JsonObject(members);
    }

    private static JsonObject write(LinkedInput input) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("name", JsonValue.of(input.name()));
        members.put("reason", JsonValue.of(input.reason()));
        members.put("askedBy", JsonValue.of(input.askedBy()));
        return new JsonObject(members);
    }

    private static JsonObject write(LinkedSymbol symbol) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("name", JsonValue.of(symbol.name()));
        members.put("kind", JsonValue.of(symbol.kind().name()));
        members.put("section", JsonValue.of(symbol.section()));
        members.put("input", JsonValue.of(symbol.input()));
        members.put("exported", JsonValue.of(symbol.exported()));
        return new JsonObject(members);
    }

    private static JsonObject write(PhaseTime phase) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("name", JsonValue.of(phase.name()));
        members.put("nanoseconds", JsonValue.of(phase.time().toNanos()));
        return new JsonObject(members);
    }

    private static JsonObject write(LlvmUsed llvm) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("provider", JsonValue.of(llvm.provider().name()));
        members.put("version", JsonValue.of(llvm.version().toString()));
        members.put("library", JsonValue.of(llvm.library().toString()));
        return new JsonObject(members);
    }

    private static JsonObject write(ObjectSummary object) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("programs", JsonValue.of(object.programs()));
        members.put("maps", JsonValue.of(object.maps()));
        members.put("instructions", JsonValue.of(object.instructions()));
        members.put("btfBytes", JsonValue.of(object.btfBytes()));
        return new JsonObject(members);
    }

    private static <T> JsonValue array(List<T> values, Function<T, JsonObject> writer) {
        List<JsonValue> written = new ArrayList<>();
        values.forEach(value -> written.add(writer.apply(value)));
        return JsonValue.of(written);
    }

    /** @throws IllegalArgumentException if it is not a report */
    static LinkReport read(JsonValue json) {
        List<Diagnostic> diagnostics = list(json, "diagnostics", DiagnosticJson::read);
        return new LinkReport(diagnostics, json.member("result").map(result -> result(result, diagnostics)));
    }

    private static LinkResult result(JsonValue json, List<Diagnostic> diagnostics) {
        return new LinkResult(
                list(json, "outputs", LinkReportJson::output),
                diagnostics,
                new LinkMap(list(json, "inputs", LinkReportJson::input), list(json, "symbols", LinkReportJson::symbol)),
                list(json, "phases", LinkReportJson::phase),
                json.member("llvm").map(LinkReportJson::llvm),
                json.member("object").map(LinkReportJson::object));
    }

    private static Output output(JsonValue json) {
        OutputKind kind = OutputKind.ofOptionName(text(json, "kind"))
                .orElseThrow(() -> new IllegalArgumentException("kind is none"));
        return Output.written(kind, Path.of(text(json, "file")));
    }

    private static LinkedInput input(JsonValue json) {
        return new LinkedInput(text(json, "name"), text(json, "reason"), text(json, "askedBy"));
    }

    private static LinkedSymbol symbol(JsonValue json) {
        boolean exported = json.member("exported").equals(Optional.of(JsonValue.of(true)));
        return new LinkedSymbol(
                text(json, "name"),
                SymbolKind.valueOf(text(json, "kind")),
                text(json, "section"),
                text(json, "input"),
                exported);
    }

    private static PhaseTime phase(JsonValue json) {
        return new PhaseTime(text(json, "name"), Duration.ofNanos(number(json, "nanoseconds")));
    }

    private static LlvmUsed llvm(JsonValue json) {
        LlvmVersion version = LlvmVersion.parse(text(json, "version"))
                .orElseThrow(() -> new IllegalArgumentException("version is none"));
        return new LlvmUsed(Provider.valueOf(text(json, "provider")), version, Path.of(text(json, "library")));
    }

    private static ObjectSummary object(JsonValue json) {
        return new ObjectSummary(
                Math.toIntExact(number(json, "programs")),
                Math.toIntExact(number(json, "maps")),
                number(json, "instructions"),
                number(json, "btfBytes"));
    }

    private static <T> List<T> list(JsonValue json, String member, Function<JsonValue, T> reader) {
        List<T> read = new ArrayList<>();
        for (JsonValue value : json.member(member)
                .flatMap(JsonValue::asList)
                .orElseThrow(() -> new IllegalArgumentException(member + " is missing or no array"))) {
            read.add(reader.apply(value));
        }
        return read;
    }

    private static String text(JsonValue json, String member) {
        return json.member(member)
                .flatMap(JsonValue::asText)
                .orElseThrow(() -> new IllegalArgumentException(member + " is missing or no text"));
    }

    private static long number(JsonValue json, String member) {
        return json.member(member)
                .flatMap(JsonValue::asLong)
                .orElseThrow(() -> new IllegalArgumentException(member + " is missing or no number"));
    }
}
