package io.github.bpflinker.report;

import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.load.MapInfo;
import io.github.bpflinker.load.ProgramInfo;
import io.github.bpflinker.load.inventory.BtfInfo;
import io.github.bpflinker.load.inventory.Holders;
import io.github.bpflinker.load.inventory.Inventory;
import io.github.bpflinker.load.inventory.LinkInfo;

/** Creates the tables of loaded programs, maps, links and BTF. */
public final class ListRows {

    private final Inventory inventory;
    private final Holders holders;

    public ListRows(Inventory inventory, Holders holders) {
        this.inventory = inventory;
        this.holders = holders;
    }

    public ListTable programs() {
        ListTable table = new ListTable(
                "id",
                "type",
                "name",
                "tag",
                "instructions",
                "jitedBytes",
                "maps",
                "user",
                "runs",
                "runNanos",
                "heldBy");
        for (ProgramInfo program : inventory.programs()) {
            table.add(
                    JsonValue.of(program.id()),
                    JsonValue.of(program.typeName()),
                    JsonValue.of(program.name()),
                    JsonValue.of(program.tag()),
                    JsonValue.of(program.translatedSize() / Long.BYTES),
                    JsonValue.of(program.jitedSize()),
                    JsonValue.of(program.mapIds().stream().map(JsonValue::of).toList()),
                    JsonValue.of(program.loadedBy()),
                    JsonValue.of(program.runCount()),
                    JsonValue.of(program.runTime().toNanos()),
                    held(Holders.Kind.PROG, program.id()));
        }
        return table;
    }

    public ListTable maps() {
        ListTable table =
                new ListTable("id", "type", "name", "keyBytes", "valueBytes", "maxEntries", "flags", "btf", "heldBy");
        for (MapInfo map : inventory.maps()) {
            table.add(
                    JsonValue.of(map.id()),
                    JsonValue.of(map.typeName()),
                    JsonValue.of(map.name()),
                    JsonValue.of(map.keySize()),
                    JsonValue.of(map.valueSize()),
                    JsonValue.of(map.maxEntries()),
                    JsonValue.of("0x" + Integer.toHexString(map.flags())),
                    JsonValue.of(map.btfId()),
                    held(Holders.Kind.MAP, map.id()));
        }
        return table;
    }

    public ListTable links() {
        ListTable table = new ListTable("id", "type", "program", "target", "heldBy");
        for (LinkInfo link : inventory.links()) {
            table.add(
                    JsonValue.of(link.id()),
                    JsonValue.of(link.typeName()),
                    JsonValue.of(link.programId()),
                    JsonValue.of(link.target()),
                    held(Holders.Kind.LINK, link.id()));
        }
        return table;
    }

    public ListTable types() {
        ListTable table = new ListTable("id", "name", "bytes", "kernel", "heldBy");
        for (BtfInfo btf : inventory.types()) {
            table.add(
                    JsonValue.of(btf.id()),
                    JsonValue.of(btf.name()),
                    JsonValue.of(btf.size()),
                    JsonValue.of(btf.kernel()),
                    held(Holders.Kind.BTF, btf.id()));
        }
        return table;
    }

    private JsonValue held(Holders.Kind kind, int id) {
        return JsonValue.of(holders.of(kind, id).stream()
                .map(holder -> JsonValue.of(holder.name() + "(" + holder.process() + ")"))
                .toList());
    }
}
