package io.github.bpflinker.input;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the member headers and tables of an archive. The format is determined for each member by the form of its name:
 * {@code name/} and {@code /123} are GNU, {@code #1/4} and a plain name are BSD.
 */
final class ArchiveReader {

    private static final byte[] MAGIC = "!<arch>\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] THIN_MAGIC = "!<thin>\n".getBytes(StandardCharsets.US_ASCII);
    private static final String LONG_NAMES = "//";
    private static final String BSD_NAME = "#1/";

    private final ArchiveBytes archive;
    private final boolean thin;
    private final @Nullable Path folder;
    private final List<ArchiveMember> members = new ArrayList<>();
    private final Map<Long, ArchiveMember> byOffset = new HashMap<>();
    private ArchiveNames longNames;
    private @Nullable ArchiveSymbolTable symbolTable;

    private ArchiveReader(String name, ByteBuffer bytes, @Nullable Path folder) {
        this.archive = new ArchiveBytes(name, bytes.asReadOnlyBuffer().slice());
        this.thin = startsWith(bytes, THIN_MAGIC);
        this.folder = folder;
        this.longNames = new ArchiveNames(archive, archive.part(0, 0, "no names"));
    }

    /** Whether {@code bytes} begin with the magic string of an archive, regular or thin. */
    static boolean startsLikeArchive(ByteBuffer bytes) {
        return startsWith(bytes, MAGIC) || startsWith(bytes, THIN_MAGIC);
    }

    /**
     * @param folder the directory to which member paths of a thin archive are relative; null if the archive is not a
     *     file
     */
    static Archive read(String name, ByteBuffer bytes, @Nullable Path folder) {
        ArchiveReader reader = new ArchiveReader(name, bytes, folder);
        reader.readMembers();
        ArchiveSymbolTable table = reader.symbolTable;
        return new Archive(name, reader.members, table == null ? Map.of() : table.resolve(reader.byOffset));
    }

    private static boolean startsWith(ByteBuffer bytes, byte[] magic) {
        return bytes.remaining() >= magic.length
                && bytes.slice(bytes.position(), magic.length).equals(ByteBuffer.wrap(magic));
    }

    private void readMembers() {
        long at = MAGIC.length;
        while (at < archive.size()) {
            ArchiveHeader header = ArchiveHeader.read(archive, (int) at);
            Optional<ArchiveSymbolTable.Format> table = tableFormat(header.name());
            boolean isTable = table.isPresent() || header.name().equals(LONG_NAMES);
            long size = thin && !isTable ? 0 : header.size();
            ByteBuffer content = archive.part(header.contentStart(), size, "member content");
            if (table.isPresent()) {
                foundSymbolTable(table.get(), header, content);
            } else if (isTable) {
                longNames = new ArchiveNames(archive, content);
            } else {
                foundMember(header, content);
            }
            at = header.contentStart() + size;
            at += at % 2;
        }
    }

    /**
     * The format of a symbol table with this name. BSD's table has an ordinary member name, so only the first member is
     * considered.
     */
    private Optional<ArchiveSymbolTable.Format> tableFormat(String name) {
        boolean first = members.isEmpty() && symbolTable == null;
        return first || name.startsWith("/") ? ArchiveSymbolTable.Format.of(name) : Optional.empty();
    }

    /** Stores the first symbol table. Microsoft's archives have a second one with the same name and another format. */
    private void foundSymbolTable(ArchiveSymbolTable.Format format, ArchiveHeader header, ByteBuffer content) {
        if (symbolTable == null) {
            symbolTable = new ArchiveSymbolTable(archive, format, header.contentStart(), content);
        }
    }

    private void foundMember(ArchiveHeader header, ByteBuffer content) {
        String name = header.name();
        if (name.startsWith(BSD_NAME) && !thin) {
            foundBsdMember(header, content);
            return;
        }
        String real = gnuName(header);
        add(real, header, thin ? file(real, header) : new MemberData.Inside(content));
    }

    private void foundBsdMember(ArchiveHeader header, ByteBuffer content) {
        int length = number(header, BSD_NAME.length());
        int start = header.contentStart();
        if (length > content.limit()) {
            throw archive.invalid("member name at offset " + start + " is longer than its member");
        }
        String name = bsdName(content, length);
        ByteBuffer rest = content.slice(length, content.limit() - length);
        Optional<ArchiveSymbolTable.Format> table = name.startsWith("/") ? Optional.empty() : tableFormat(name);
        if (table.isPresent()) {
            symbolTable = new ArchiveSymbolTable(archive, table.get(), start + length, rest);
        } else {
            add(name, header, new MemberData.Inside(rest));
        }
    }

    /** The BSD name that precedes a member's content, without NUL padding. */
    private String bsdName(ByteBuffer content, int length) {
        int end = 0;
        while (end < length && content.get(end) != 0) {
            end++;
        }
        return new ArchiveBytes(archive.archive(), content).text(0, end);
    }

    private String gnuName(ArchiveHeader header) {
        String name = header.name();
        if (name.length() > 1 && name.charAt(0) == '/' && Character.isDigit(name.charAt(1))) {
            return longNames.at(number(header, 1), header.offset());
        }
        return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    }

    /** The number in a name field from {@code from} on. */
    private int number(ArchiveHeader header, int from) {
        String digits = header.name().substring(from);
        if (digits.length() > 9 || !ArchiveHeader.isNumber(digits)) {
            throw archive.invalid("name " + header.name() + " at offset " + header.offset());
        }
        return Integer.parseInt(digits);
    }

    private void add(String name, ArchiveHeader header, MemberData data) {
        ArchiveMember member = new ArchiveMember(archive.archive(), name, header.offset(), data);
        members.add(member);
        byOffset.put(member.offset(), member);
    }

    private MemberData file(String name, ArchiveHeader header) {
        Path base = folder;
        if (base == null) {
            throw archive.invalid("is thin and no file, so member " + name + " can't be found");
        }
        try {
            return new MemberData.OnDisk(archive.archive(), base.resolve(name));
        } catch (InvalidPathException e) {
            throw archive.invalid("name at offset " + header.offset() + " is no path");
        }
    }
}
