package io.github.bpflinker.link.resolve;

import io.github.bpflinker.input.Archive;
import io.github.bpflinker.input.ArchiveMember;
import io.github.bpflinker.input.CompiledObject;
import io.github.bpflinker.input.ModuleInput;
import io.github.bpflinker.llvm.IrLinkage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Maps symbols to the archive members that define them. Uses the archive's symbol table; if that is missing, or was
 * written by a tool without bitcode support, opens the members.
 */
final class ArchiveDefinitions {

    /** Sorts by name and then by content, so that the result does not depend on the order in the archive. */
    private static final Comparator<ArchiveMember> CANONICAL_ORDER =
            Comparator.comparing(ArchiveMember::name).thenComparing(ArchiveMember::data);

    private final Archive archive;
    private final Map<String, List<ArchiveMember>> byName;

    /**
     * Creates the index of an archive.
     *
     * @param definitions opens a member and returns its definitions
     */
    ArchiveDefinitions(Archive archive, Function<ArchiveMember, Map<String, IrLinkage>> definitions) {
        this.archive = archive;
        this.byName = tableKnowsMembers() ? archive.symbolTable() : scan(definitions);
    }

    List<ArchiveMember> membersDefining(String name) {
        List<ArchiveMember> members = byName.getOrDefault(name, List.of());
        return members.size() < 2
                ? members
                : members.stream().distinct().sorted(CANONICAL_ORDER).toList();
    }

    List<ArchiveMember> linkableMembers() {
        return archive.members().stream()
                .sorted(CANONICAL_ORDER)
                .filter(ArchiveDefinitions::isLinkable)
                .toList();
    }

    private boolean tableKnowsMembers() {
        return archive.symbolTable().values().stream()
                .flatMap(List::stream)
                .distinct()
                .anyMatch(ArchiveDefinitions::isLinkable);
    }

    private Map<String, List<ArchiveMember>> scan(Function<ArchiveMember, Map<String, IrLinkage>> definitions) {
        Map<String, List<ArchiveMember>> found = new HashMap<>();
        for (ArchiveMember member : linkableMembers()) {
            for (String name : definitions.apply(member).keySet()) {
                found.computeIfAbsent(name, unused -> new ArrayList<>()).add(member);
            }
        }
        return found;
    }

    private static boolean isLinkable(ArchiveMember member) {
        return member.content()
                .filter(content -> content instanceof ModuleInput || content instanceof CompiledObject)
                .isPresent();
    }
}
