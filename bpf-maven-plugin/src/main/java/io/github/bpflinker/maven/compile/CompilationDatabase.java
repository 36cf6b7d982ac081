package io.github.bpflinker.maven.compile;

import io.github.bpflinker.cli.json.JsonValue;
import io.github.bpflinker.cli.json.JsonValue.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
     */
    public static String of(CCompiler compiler, Path base, List<CSource> sources) {
        Map<Path, JsonValue> entries = new LinkedHashMap<>();
        for (CSource source : sources) {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            members.put("directory", JsonValue.of(base.toString()));
            members.put("file", JsonValue.of(source.source().toString()));
            members.put("output", JsonValue.of(source.output().toString()));
            members.put(
                    "arguments",
                    JsonValue.of(compiler.commandLine(source).stream()
                            .map(JsonValue::of)
                            .toList()));
            entries.putIfAbsent(source.source(), new JsonObject(members));
        }
        return JsonValue.of(new ArrayList<>(entries.values())) + "\n";
    }
}
