package io.github.bpflinker.elf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A BPF object file as a loader interprets it, by the rules of libbpf: its programs and maps and what they require.
 *
 * @param file the ELF file itself, with its sections and symbols
 * @param functions programs and subprograms, in the order of their sections and offsets
 * @param maps in the order of their sections and offsets
 * @param relocations in file order
 * @param license the content of section {@code license}
 * @param instructions the number of 8-byte instructions in all executable sections; a 64-bit load counts as two
 */
public record BpfObject(
        ElfFile file,
        List<BpfFunction> functions,
        List<ObjectMap> maps,
        List<BpfRelocation> relocations,
        Optional<String> license,
        long instructions) {

    public BpfObject {
        functions = List.copyOf(functions);
        maps = List.copyOf(maps);
        relocations = List.copyOf(relocations);
    }

    /**
     * Reads an object file.
     *
     * @throws IOException if the file can't be read
     * @throws io.github.bpflinker.diagnostic.LinkException if it is not a valid ELF file for BPF
     */
    public static BpfObject read(Path file) throws IOException {
        return read(file.toString(), ByteBuffer.wrap(Files.readAllBytes(file)));
    }

    /**
     * Reads an object that is a resource of an application.
     *
     * @param owner a class of the application, whose class loader and module have the resource
     * @param name the name of the resource as {@link Class#getResourceAsStream} takes it, such as
     *     {@code /bpf/packets.bpf.o}
     * @throws NoSuchFileException if there is no such resource
     * @throws IOException if it can't be read
     * @throws io.github.bpflinker.diagnostic.LinkException if it is not a valid ELF file for BPF
     */
    public static BpfObject readResource(Class<?> owner, String name) throws IOException {
        try (InputStream stream = owner.getResourceAsStream(name)) {
            if (stream == null) {
                throw new NoSuchFileException(name, null, "no such resource beside " + owner.getName());
            }
            return read(name, ByteBuffer.wrap(stream.readAllBytes()));
        }
    }

    /**
     * Reads an object.
     *
     * @param name the name used in error messages
     * @param bytes the file, from position to limit; not copied
     * @throws io.github.bpflinker.diagnostic.LinkException if it is not a valid ELF file for BPF
     */
    public static BpfObject read(String name, ByteBuffer bytes) {
        ElfFile file = ElfFile.read(name, bytes);
        if (file.machine() != ElfFile.EM_BPF) {
            throw ElfBytes.invalid(name, "machine " + file.machine() + " is not BPF (" + ElfFile.EM_BPF + ")");
        }
        List<BpfRelocation> relocations = new ArrayList<>();
        for (ElfSection table : file.relocationTables()) {
            ElfSection section = file.section(table.info(), "relocations, section " + table.index());
            ElfTableReader.relocations(file, table).forEach(r -> relocations.add(new BpfRelocation(section, r)));
        }
        long instructions = file.sections().stream()
                .filter(ElfSection::isExecutable)
                .mapToLong(section -> section.content().remaining() / Instruction.SIZE)
                .sum();
        return new BpfObject(
                file,
                BpfLoaderView.functions(file),
                BpfLoaderView.maps(file),
                relocations,
                license(file),
                instructions);
    }

    private static Optional<String> license(ElfFile file) {
        return file.section("license").map(section -> {
            ByteBuffer content = section.content();
            byte[] text = new byte[content.remaining()];
            content.get(text);
            int end = 0;
            while (end < text.length && text[end] != 0) {
                end++;
            }
            return new String(text, 0, end, StandardCharsets.UTF_8);
        });
    }

    /** The functions that the kernel can start. */
    public List<BpfFunction> programs() {
        return functions.stream()
                .filter(f -> f.role() == BpfFunction.Role.PROGRAM)
                .toList();
    }

    /** The functions that other functions call. */
    public List<BpfFunction> subprograms() {
        return functions.stream()
                .filter(f -> f.role() == BpfFunction.Role.SUBPROGRAM)
                .toList();
    }

    /**
     * The symbols that the object references and does not define: kfuncs, {@code .ksyms}, {@code .kconfig}, or symbols
     * that are missing by mistake.
     */
    public List<ElfSymbol> undefinedSymbols() {
        return file.symbols().stream().filter(ElfSymbol::isUndefined).toList();
    }

    /** The size of {@code .BTF} in bytes; 0 if there is none. */
    public long btfSize() {
        return file.section(".BTF").map(ElfSection::size).orElse(0L);
    }

    /** The size of {@code .BTF.ext} in bytes; 0 if there is none. */
    public long btfExtSize() {
        return file.section(".BTF.ext").map(ElfSection::size).orElse(0L);
    }

    /**
     * The instructions of a function of this object, one element per 8 bytes.
     *
     * @throws io.github.bpflinker.diagnostic.LinkException if it does not lie within its section
     */
    public List<Instruction> code(BpfFunction function) {
        ElfBytes code = file.bytesOf(function.section())
                .part(function.offset(), function.instructions() * Instruction.SIZE, "function " + function.name());
        List<Instruction> units = new ArrayList<>((int) function.instructions());
        for (int at = 0; at < code.size(); at += Instruction.SIZE) {
            units.add(Instruction.decode(code.bytes(), at));
        }
        return units;
    }
}
