package io.github.bpflinker.input;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * An {@code ar} archive, GNU, BSD or thin. Opening one reads its member headers and its symbol table; what a member
 * holds is read when it is asked for.
 */
public final class Archive implements InputContent {

    private final String name;
    private final List<ArchiveMember> members;
    private final Map<String, List<ArchiveMember>> symbolTable;

    /** Takes over {@code symbolTable}, whose lists are immutable. */
    Archive(String name, List<ArchiveMember> members, Map<String, List<ArchiveMember>> symbolTable) {
        this.name = name;
        this.members = List.copyOf(members);
        this.symbolTable = Collections.unmodifiableMap(symbolTable);
    }

    @Override
    public String name() {
        return name;
    }

    /** The members in file order, without symbol and name tables. Several can have the same name. */
    public List<ArchiveMember> members() {
        return members;
    }

    /**
     * Which members define a symbol, by the archive's own table and in its order; empty if the archive has no table. It
     * tells neither strong from weak definitions nor lists what is internal to a member.
     */
    public Map<String, List<ArchiveMember>> symbolTable() {
        return symbolTable;
    }

    @Override
    public String toString() {
        return name;
    }
}
