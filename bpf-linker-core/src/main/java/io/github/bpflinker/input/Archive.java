package io.github.bpflinker.input;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * An {@code ar} archive, GNU, BSD or thin. Opening an archive reads its member headers and symbol table; the content of
 * a member is read on demand.
 */
public final class Archive implements InputContent {

    private final String name;
    private final List<ArchiveMember> members;
    private final Map<String, List<ArchiveMember>> symbolTable;

    /** Takes ownership of {@code symbolTable}, whose lists must be immutable. */
    Archive(String name, List<ArchiveMember> members, Map<String, List<ArchiveMember>> symbolTable) {
        this.name = name;
        this.members = List.copyOf(members);
        this.symbolTable = Collections.unmodifiableMap(symbolTable);
    }

    @Override
    public String name() {
        return name;
    }

    /** The members in file order, without the symbol and name tables. Names are not unique. */
    public List<ArchiveMember> members() {
        return members;
    }

    /**
     * The archive's symbol table, in its order: the members that define each symbol. Empty if the archive has no table.
     * It does not distinguish strong from weak definitions and does not list local symbols.
     */
    public Map<String, List<ArchiveMember>> symbolTable() {
        return symbolTable;
    }

    @Override
    public String toString() {
        return name;
    }
}
