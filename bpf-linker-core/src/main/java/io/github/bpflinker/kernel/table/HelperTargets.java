package io.github.bpflinker.kernel.table;

import io.github.bpflinker.diagnostic.Remedy;
import io.github.bpflinker.diagnostic.Remedy.Action;
import io.github.bpflinker.kernel.table.FactTable.Row;
import io.github.bpflinker.kernel.table.Feature.Kind;
import java.util.List;
import java.util.Optional;

/** The helpers that programs can call only where they are attached to certain functions or hooks. */
public final class HelperTargets {

    private static final String ANY = "*";
    private static final Remedy ELSEWHERE = new Remedy(Action.PROGRAM_TYPE, "lsm.s/file_open");
    private static final List<Row> ROWS = FactTable.load("helper-targets.tsv").rows();

    private HelperTargets() {}

    /**
     * The requirement of a call of a helper from a program with a target, in addition to those of the helper.
     *
     * @param section the definition of the program's section
     * @param name of the section, such as {@code fentry/vfs_truncate}
     * @return empty if it is that of the helper itself, or if the name has no target
     */
    public static Optional<Feature> use(ProgramSection section, String name, Feature helper) {
        String target = name.substring(name.indexOf('/') + 1);
        List<Row> rows = rows(section, helper);
        if (rows.isEmpty() || target.isEmpty() || target.equals(name)) {
            return Optional.empty();
        }
        String what = HelperProgramTypes.use(helper, name);
        for (Row row : rows) {
            if (row.text("target").equals(ANY) || row.text("target").equals(target)) {
                return Optional.of(Feature.of(Kind.HELPER, what, row.releases(), KernelFacts.NEWER_KERNEL))
                        .filter(feature -> !feature.releases().equals(helper.releases()));
            }
        }
        return Optional.of(Feature.ofNoKernel(Kind.HELPER, what, ELSEWHERE));
    }

    private static List<Row> rows(ProgramSection section, Feature helper) {
        List<Row> ofHelper = ROWS.stream()
                .filter(row -> row.text("helper").equals(helper.name()))
                .toList();
        List<Row> ofAttachType = section.attach().stream()
                .flatMap(attach ->
                        ofHelper.stream().filter(row -> row.text("programs").equals(attach)))
                .toList();
        return ofAttachType.isEmpty()
                ? ofHelper.stream()
                        .filter(row -> row.text("programs").equals(section.type()))
                        .toList()
                : ofAttachType;
    }
}
