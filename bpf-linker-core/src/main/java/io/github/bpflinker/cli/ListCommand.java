package io.github.bpflinker.cli;

import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.json.JsonValue.JsonObject;
import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.load.inventory.Holders;
import io.github.bpflinker.load.inventory.Inventory;
import io.github.bpflinker.report.ListRows;
import io.github.bpflinker.report.ListTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The command {@code list}: lists the BPF objects in the running kernel. */
final class ListCommand extends KernelCommand {

    private static final List<String> KINDS = List.of("programs", "maps", "links", "btf");

    private static SubcommandLine newLine() {
        return new SubcommandLine(
                        "list",
                        "Lists what is loaded into the running kernel, and which processes hold it: programs, maps, links"
                                + " and BTF, or those kinds that are named. Needs CAP_SYS_ADMIN.")
                .flag("--json", "Write JSON, for programs.")
                .files("KIND", "0..*", "programs, maps, links, btf; default: all.");
    }

    @Override
    int execute(List<String> arguments, Console console) {
        Optional<SubcommandLine.Parsed> parsed = newLine().parse(arguments, console);
        if (parsed.isEmpty()) {
            return ExitCode.OK;
        }
        List<String> kinds =
                parsed.get().files().isEmpty() ? KINDS : parsed.get().files();
        for (String kind : kinds) {
            if (!KINDS.contains(kind)) {
                throw new UsageException("'" + kind + "' is none of " + String.join(", ", KINDS), "bpf-linker list");
            }
        }
        print(kinds, parsed.get().has("--json"), console);
        return ExitCode.OK;
    }

    private static void print(List<String> kinds, boolean json, Console console) {
        ListRows rows = new ListRows(new Inventory(RunningKernel.ofSystem()), Holders.of(Path.of("/")));
        Map<String, JsonValue> members = new LinkedHashMap<>();
        List<ListTable> tables = new ArrayList<>();
        for (String kind : kinds) {
            ListTable table =
                    switch (kind) {
                        case "programs" -> rows.programs();
                        case "maps" -> rows.maps();
                        case "links" -> rows.links();
                        default -> rows.types();
                    };
            members.put(kind, table.json());
            tables.add(table);
        }
        if (json) {
            console.out().println(new JsonObject(members));
            return;
        }
        for (int i = 0; i < tables.size(); i++) {
            if (i > 0) {
                console.out().println();
            }
            tables.get(i).print(kinds.get(i), console.out());
        }
    }
}
