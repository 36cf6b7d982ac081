package io.github.bpflinker.input;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the modules in bitcode. There can be several, because {@code ld -r} concatenates the bitcode sections of its
 * inputs. Only the headers of top-level blocks and the identification blocks are read.
 */
final class BitcodeReader {

    private static final int MAGIC_SIZE = 4;
    private static final int MAGIC = 0xdec04342;
    private static final int WRAPPER_MAGIC = 0x0b17c0de;
    private static final int WRAPPER_SIZE = 20;
    /** The maximum padding in bytes after bitcode, as some archivers write it. LLVM accepts it too. */
    private static final int MAX_TAIL = 8;
    /**
     * The maximum number of modules in a file. A malicious file could contain modules of 12 bytes, each of which takes
     * an object and a name.
     */
    private static final int MAX_MODULES = 1 << 16;

    private final String input;
    private final ByteBuffer bytes;
    private final List<ModuleSource> modules = new ArrayList<>();

    private BitcodeReader(String input, ByteBuffer bytes) {
        this.input = input;
        this.bytes = bytes;
    }

    /** Whether {@code bytes} begin with the magic number of bitcode or of a bitcode wrapper. */
    static boolean startsLikeBitcode(ByteBuffer bytes) {
        return isMagic(bytes.slice().order(ByteOrder.LITTLE_ENDIAN), 0);
    }

    /** The modules of a file; at least one. */
    static List<ModuleSource> file(String input, ByteBuffer bytes) {
        List<ModuleSource> modules = modules(input, List.of(bytes));
        if (modules.isEmpty()) {
            throw BitstreamReader.invalid(input, "holds no module");
        }
        return modules;
    }

    /** The modules of several sections of one file. A section can consist of padding only. */
    static List<ModuleSource> modules(String input, List<ByteBuffer> pieces) {
        List<ModuleSource> modules = new ArrayList<>();
        for (ByteBuffer piece : pieces) {
            BitcodeReader reader = new BitcodeReader(input, piece.slice().order(ByteOrder.LITTLE_ENDIAN));
            reader.readAll();
            for (ModuleSource module : reader.modules) {
                String name = modules.isEmpty() ? input : input + "#" + (modules.size() + 1);
                modules.add(new ModuleSource(name, module.format(), module.data(), module.producer()));
            }
        }
        return modules;
    }

    private static boolean isMagic(ByteBuffer bytes, int at) {
        if (bytes.limit() - at < MAGIC_SIZE) {
            return false;
        }
        int word = bytes.getInt(at);
        return word == MAGIC || word == WRAPPER_MAGIC;
    }

    private void readAll() {
        int at = skipPadding(0);
        while (at < bytes.limit()) {
            if (!isMagic(bytes, at)) {
                if (!modules.isEmpty() && bytes.limit() - at <= MAX_TAIL) {
                    return;
                }
                throw BitstreamReader.invalid(input, "neither a block nor a module starts at offset " + at);
            }
            at = skipPadding(bytes.getInt(at) == MAGIC ? module(at, bytes.limit()) : wrapped(at));
        }
    }

    private int skipPadding(int from) {
        int at = from;
        while (at < bytes.limit() && bytes.get(at) == 0) {
            at++;
        }
        return at;
    }

    /** Reads the module in the wrapper at {@code at}; returns the offset of its end. */
    private int wrapped(int at) {
        int available = bytes.limit() - at;
        if (available < WRAPPER_SIZE) {
            throw BitstreamReader.invalid(
                    input, "ends " + (WRAPPER_SIZE - available) + " bytes early, within its wrapper");
        }
        long offset = Integer.toUnsignedLong(bytes.getInt(at + 8));
        long size = Integer.toUnsignedLong(bytes.getInt(at + 12));
        if (offset + size > available) {
            throw BitstreamReader.invalid(input, "ends " + (offset + size - available) + " bytes early by its wrapper");
        }
        int start = (int) (at + offset);
        int end = (int) (start + size);
        if (offset < WRAPPER_SIZE || size < MAGIC_SIZE || bytes.getInt(start) != MAGIC) {
            throw BitstreamReader.invalid(input, "no bitcode at offset " + start + ", where its wrapper says");
        }
        module(start, end);
        return end;
    }

    /**
     * Reads the module at {@code start}, which ends before {@code limit}; returns the offset of the end of its last
     * block.
     */
    private int module(int start, int limit) {
        ByteBuffer data = bytes.slice(start, limit - start);
        Optional<Producer> producer = Optional.empty();
        boolean hasModule = false;
        int at = MAGIC_SIZE;
        while (at < data.limit() && BitcodeBlock.canStartWith(data.get(at))) {
            BitcodeBlock block = BitcodeBlock.enter(new BitstreamReader(input, data, at, data.limit()));
            if (at == MAGIC_SIZE) {
                producer = IdentificationBlock.producer(
                        block, new BitstreamReader(input, data, block.start(), block.end()));
            }
            hasModule |= block.id() == BitcodeBlock.MODULE;
            at = block.end();
        }
        if (!hasModule) {
            int offset = start + at;
            throw BitstreamReader.invalid(
                    input, at == data.limit() ? "ends before its module" : "no module at offset " + offset);
        }
        if (modules.size() == MAX_MODULES) {
            throw BitstreamReader.invalid(input, "holds more than " + MAX_MODULES + " modules");
        }
        modules.add(new ModuleSource(input, ModuleSource.Format.BITCODE, data.slice(0, at), producer));
        return start + at;
    }
}
