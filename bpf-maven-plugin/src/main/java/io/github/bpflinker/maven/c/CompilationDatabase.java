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
 * Writes clang's JSON compilation database (clang.llvm.org/docs/JSONCompilationDatabase.html), which clangd, CLion and
 * other editors read.
 */
public final class CompilationDatabase {

    private CompilationDatabase() {}

    /**
     * Returns the text of the database.
     *
     * @param base the working directory of the commands
     * @param sources the compilations; of several compilations of a file, the first is listed
     * @param before the previous text, of which the entries of other files are kept, because other executions compile
     *     these
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

    /** The previous entries by file, without those of deleted files. */
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
            return Map.of(); // not written by this plugin
        }
        return entries;
    }
}
