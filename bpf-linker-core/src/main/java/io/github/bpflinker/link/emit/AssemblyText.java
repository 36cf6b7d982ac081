package io.github.bpflinker.link.emit;

import io.github.bpflinker.btf.BtfReader;
import io.github.bpflinker.btf.dump.RawDump;
import io.github.bpflinker.elf.ElfFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Adapts LLVM's assembly to the object of the same module: its BTF is replaced with that of the object, with each type
 * in a comment, and dropped DWARF sections are removed.
 */
final class AssemblyText {

    private static final Pattern SECTION = Pattern.compile("\\s*\\.(?:section\\s+([^,\\s]+).*|text|data|bss)\\s*");
    private static final String BTF = ".BTF";
    private static final int BYTES_IN_LINE = 16;

    private final StringBuilder text = new StringBuilder();

    private AssemblyText() {}

    /**
     * Returns the assembly with the sections replaced.
     *
     * @param object the object with the final {@code .BTF} and {@code .BTF.ext}
     * @param assembly the assembly of the same code
     * @param keepDwarf whether to keep {@code .debug_*}
     */
    static ByteBuffer withSectionsOf(ElfFile object, ByteBuffer assembly, boolean keepDwarf) {
        AssemblyText made = new AssemblyText();
        made.copy(StandardCharsets.UTF_8.decode(assembly.duplicate()).toString(), keepDwarf);
        object.section(BTF).ifPresent(btf -> {
            made.listTypes(object.name(), btf.content());
            made.add(btf.name(), btf.content());
        });
        object.section(BTF + ".ext").ifPresent(ext -> made.add(ext.name(), ext.content()));
        return StandardCharsets.UTF_8.encode(made.text.toString()).asReadOnlyBuffer();
    }

    private void copy(String assembly, boolean keepDwarf) {
        boolean dropped = false;
        for (String line : assembly.lines().toList()) {
            Matcher section = SECTION.matcher(line);
            if (section.matches()) {
                String name = section.group(1);
                dropped = name != null && (name.startsWith(BTF) || (!keepDwarf && name.startsWith(".debug_")));
            }
            if (!dropped) {
                text.append(line).append('\n');
            }
        }
    }

    private void listTypes(String name, ByteBuffer content) {
        StringBuilder types = new StringBuilder();
        try {
            RawDump.write(BtfReader.read(name, content), types);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        types.toString().lines().forEach(line -> text.append("# ").append(line).append('\n'));
    }

    private void add(String name, ByteBuffer content) {
        text.append("\t.section\t").append(name).append(",\"\",@progbits\n");
        ByteBuffer bytes = content.duplicate();
        for (int i = 0; bytes.hasRemaining(); i++) {
            text.append(i % BYTES_IN_LINE == 0 ? "\t.byte\t" : ",").append(Byte.toUnsignedInt(bytes.get()));
            if (i % BYTES_IN_LINE == BYTES_IN_LINE - 1 || !bytes.hasRemaining()) {
                text.append('\n');
            }
        }
    }
}
