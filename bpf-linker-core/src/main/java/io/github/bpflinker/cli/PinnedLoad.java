package io.github.bpflinker.cli;

import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.json.JsonValue.JsonObject;
import io.github.bpflinker.load.BpfLoader;
import io.github.bpflinker.load.LoadException;
import io.github.bpflinker.load.LoadedMap;
import io.github.bpflinker.load.LoadedObject;
import io.github.bpflinker.load.LoadedProgram;
import io.github.bpflinker.text.Printable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Loads objects and pins their programs and maps, so that they stay loaded after the end of this process. */
final class PinnedLoad {

    private final Path folder;
    private final boolean json;

    /** @param folder a directory in a BPF file system, which may not exist yet */
    PinnedLoad(Path folder, boolean json) {
        this.folder = folder;
        this.json = json;
    }

    int run(List<String> files, Console console) {
        int exitCode = ExitCode.OK;
        List<JsonValue> values = new ArrayList<>();
        for (String file : files) {
            BpfObject object = BpfObject.read(file, FileContent.read(Path.of(file)));
            try (LoadedObject loaded = BpfLoader.of(object).load()) {
                Path target = files.size() == 1 ? folder : folder.resolve(loaded.name());
                loaded.pin(target);
                report(file, target, loaded, values, console);
            } catch (LoadException e) {
                console.err().println("Error: " + Printable.line(file + ": " + e.getMessage()));
                exitCode = ExitCode.FAILED;
            }
        }
        if (json) {
            console.out().println(JsonValue.of(values));
        }
        return exitCode;
    }

    private void report(String file, Path target, LoadedObject loaded, List<JsonValue> values, Console console) {
        List<String> programs =
                loaded.programs().stream().map(LoadedProgram::name).toList();
        List<String> maps = loaded.maps().stream()
                .filter(map -> !map.plan().kind().isGlobalData())
                .map(LoadedMap::name)
                .toList();
        if (json) {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            members.put("file", JsonValue.of(file));
            members.put("folder", JsonValue.of(target.toString()));
            members.put("programs", names(programs));
            members.put("maps", names(maps));
            values.add(new JsonObject(members));
        } else {
            console.out()
                    .println(Printable.line(
                            file + ": pinned in " + target + ": programs " + text(programs) + "; maps " + text(maps)));
        }
    }

    private static JsonValue names(List<String> names) {
        return JsonValue.of(names.stream().map(JsonValue::of).toList());
    }

    private static String text(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
