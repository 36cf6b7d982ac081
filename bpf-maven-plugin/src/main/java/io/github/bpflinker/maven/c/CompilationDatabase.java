package io.github.bpflinker.maven.c;

import io.github.bpflinker.json.JsonException;
import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.json.JsonValue.JsonObject;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How each C file is compiled, as editors want to know it: clang's JSON compilation database
 * (clang.llvm.org/docs/JSONCompilationDatabase.html), which clangd, CLion and others read.
 */
public final class CompilationDatabase {

    private CompilationDatabase() {}

    /**
     * Its text.
     *
     * @param base the folder that commands run in
     * @param sources what is compiled; a file that is compiled several times stands in it once, as it is first
     * @param before what it said until now: of other files, which other executions compile, it goes on saying it
     */
    public static String of(CCompiler compiler, Path base, List<CSource> sources, String before) {
        Map<String, JsonValue> entries = new TreeMap<>(others(before));
        Set<String> current = new HashSet<>();
        for (CSource source : sources) {
            String file = source.source().toString();
            if (current.add(file)) {
                entries.put(file, entry(compiler, base, source));
            }
        }
        return JsonValue.of(new ArrayList<>(entries.values())) + "\n";
    }

    private static JsonValue entry(CCompiler compiler, Path base, CSource source) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("directory", JsonValue.of(base.toString()));
        members.put("file", JsonValue.of(source.source().toString()));
        members.put("output", JsonValue.of(source.output().toString()));
        members.put(
                "arguments",
                JsonValue.of(
                        compiler.commandLine(source).stream().map(JsonValue::of).toList()));
        return new JsonObject(members);
    }

    /** Its entries by file, without those of files that are gone. */
    private static Map<String, JsonValue> others(String before) {
        Map<String, JsonValue> entries = new HashMap<>();
        try {
            for (JsonValue entry : JsonValue.parse(before).asList().orElse(List.of())) {
                entry.member("file")
                        .flatMap(JsonValue::asText)
                        .filter(file -> Files.isRegularFile(Path.of(file)))
                        .ifPresent(file -> entries.put(file, entry));
            }
        } catch (JsonException | InvalidPathException e) {
            return Map.of(); // nothing that was written here
        }
        return entries;
    }
}
