package io.github.bpflinker.input;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes archives by hand, in each of the formats that archivers have. */
public final class ArchiveBuilder {

    /** How names and the symbol table are written. */
    public enum Format {
        GNU,
        GNU_64,
        BSD,
        BSD_64,
        /** BSD on a big-endian machine. */
        BSD_BIG;

        boolean isBsd() {
            return this == BSD || this == BSD_64 || this == BSD_BIG;
        }
    }

    private record Member(String name, ByteBuffer content, List<String> symbols) {}

    private final Format format;
    private final List<Member> members = new ArrayList<>();
    private boolean table = true;
    private boolean thin;

    public ArchiveBuilder(Format format) {
        this.format = format;
    }

    public ArchiveBuilder member(String name, byte[] content, String... symbols) {
        members.add(new Member(name, ByteBuffer.wrap(content), List.of(symbols)));
        return this;
    }

    public ArchiveBuilder withoutTable() {
        table = false;
        return this;
    }

    public ArchiveBuilder asThin() {
        thin = true;
        return this;
    }

    public byte[] build() {
        // Written twice: the table has to say where members come to lie after it.
        List<Integer> offsets = new ArrayList<>();
        members.forEach(member -> offsets.add(0));
        write(offsets);
        return write(offsets);
    }

    private byte[] write(List<Integer> offsets) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(ascii(thin ? "!<thin>\n" : "!<arch>\n"));
        ByteArrayOutputStream longNames = new ByteArrayOutputStream();
        if (table) {
            writeTable(out, offsets);
        }
        List<String> fields = new ArrayList<>();
        for (Member member : members) {
            fields.add(nameField(member.name(), longNames));
        }
        if (longNames.size() > 0) {
            writeMember(out, "//", ByteBuffer.wrap(longNames.toByteArray()));
        }
        for (int i = 0; i < members.size(); i++) {
            offsets.set(i, out.size());
            writeMember(out, members.get(i), fields.get(i));
        }
        return out.toByteArray();
    }

    private String nameField(String name, ByteArrayOutputStream longNames) {
        if (format.isBsd()) {
            return "#1/" + utf8(name).length;
        }
        if (!thin && utf8(name).length < 15 && !name.contains("/") && !name.isBlank() && !name.endsWith(" ")) {
            return name + "/";
        }
        int at = longNames.size();
        longNames.writeBytes(utf8(name + "/\n"));
        return "/" + at;
    }

    private void writeMember(ByteArrayOutputStream out, Member member, String field) {
        byte[] name = format.isBsd() ? utf8(member.name()) : new byte[0];
        if (thin) {
            writeHeader(out, field, member.content().limit());
            return;
        }
        ByteBuffer whole = ByteBuffer.allocate(name.length + member.content().limit());
        whole.put(name).put(member.content().duplicate());
        writeMember(out, field, whole.flip());
    }

    private static void writeMember(ByteArrayOutputStream out, String field, ByteBuffer content) {
        writeHeader(out, field, content.limit());
        for (int i = 0; i < content.limit(); i++) {
            out.write(content.get(i));
        }
        if (out.size() % 2 != 0) {
            out.write('\n');
        }
    }

    private static void writeHeader(ByteArrayOutputStream out, String field, int size) {
        byte[] name = utf8(field);
        out.writeBytes(name);
        out.writeBytes(ascii(" ".repeat(16 - name.length)));
        out.writeBytes(ascii(String.format(Locale.ROOT, "%-12d%-6d%-6d%-8s%-10d`\n", 0, 0, 0, "100644", size)));
    }

    private void writeTable(ByteArrayOutputStream out, List<Integer> offsets) {
        switch (format) {
            case GNU -> writeMember(out, "/", gnuTable(offsets, 4));
            case GNU_64 -> writeMember(out, "/SYM64/", gnuTable(offsets, 8));
            case BSD -> writeMember(out, "__.SYMDEF SORTED", bsdTable(offsets, 4, ByteOrder.LITTLE_ENDIAN));
            case BSD_64 -> writeMember(out, "__.SYMDEF_64", bsdTable(offsets, 8, ByteOrder.LITTLE_ENDIAN));
            case BSD_BIG -> writeMember(out, "__.SYMDEF", bsdTable(offsets, 4, ByteOrder.BIG_ENDIAN));
        }
    }

    private ByteBuffer gnuTable(List<Integer> offsets, int width) {
        ByteArrayOutputStream names = new ByteArrayOutputStream();
        ByteArrayOutputStream fields = new ByteArrayOutputStream();
        int count = 0;
        for (int i = 0; i < members.size(); i++) {
            for (String symbol : members.get(i).symbols()) {
                fields.writeBytes(field(offsets.get(i), width, ByteOrder.BIG_ENDIAN));
                names.writeBytes(utf8(symbol + "\0"));
                count++;
            }
        }
        return joined(field(count, width, ByteOrder.BIG_ENDIAN), fields.toByteArray(), names.toByteArray());
    }

    private ByteBuffer bsdTable(List<Integer> offsets, int width, ByteOrder order) {
        ByteArrayOutputStream names = new ByteArrayOutputStream();
        ByteArrayOutputStream pairs = new ByteArrayOutputStream();
        for (int i = 0; i < members.size(); i++) {
            for (String symbol : members.get(i).symbols()) {
                pairs.writeBytes(field(names.size(), width, order));
                pairs.writeBytes(field(offsets.get(i), width, order));
                names.writeBytes(utf8(symbol + "\0"));
            }
        }
        return joined(
                field(pairs.size(), width, order),
                pairs.toByteArray(),
                field(names.size(), width, order),
                names.toByteArray());
    }

    private static ByteBuffer joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return ByteBuffer.wrap(all.toByteArray());
    }

    private static byte[] field(int value, int width, ByteOrder order) {
        byte[] field = new byte[width];
        ByteBuffer buffer = ByteBuffer.wrap(field).order(order);
        if (width == 8) {
            buffer.putLong(value);
        } else {
            buffer.putInt(value);
        }
        return field;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
