package io.github.bpflinker.load;

import io.github.bpflinker.load.syscall.Bpf;
import io.github.bpflinker.load.syscall.Command;
import io.github.bpflinker.load.syscall.NativeMemory;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the kernel tells about a loaded program: instructions after verification, function and line information, maps and
 * types. Ids, which differ between two loads, are replaced by names. Source: {@code struct bpf_prog_info}, {@code
 * bpf_map_info} and {@code bpf_btf_info} of {@code include/uapi/linux/bpf.h}.
 */
final class SeenByKernel {

    private static final int PROGRAM_INFO = 232;
    private static final int MAP_INFO = 80;
    private static final int TYPES_INFO = 32;
    private static final int INSTRUCTION = 8;
    private static final int WIDE = 0x18;
    private static final int MMAPABLE = 1 << 10;

    private final Bpf bpf;
    private final Map<Integer, String> mapNames = new TreeMap<>();

    SeenByKernel(Bpf bpf) {
        this.bpf = bpf;
    }

    /** @param id of a program that stays loaded meanwhile */
    String program(int id) {
        int fd = bpf.tryOpenById(Command.PROG_GET_FD_BY_ID, id);
        try {
            ByteBuffer sizes = info(fd, NativeMemory.allocate(PROGRAM_INFO));
            int functionSize = sizes.getInt(132);
            int lineSize = sizes.getInt(172);
            NativeMemory code = NativeMemory.allocate(sizes.getInt(20));
            NativeMemory maps = NativeMemory.allocate(Math.max(sizes.getInt(52) * Integer.BYTES, 1));
            NativeMemory functions = NativeMemory.allocate(Math.max(sizes.getInt(144) * functionSize, 1));
            NativeMemory lines = NativeMemory.allocate(Math.max(sizes.getInt(148) * lineSize, 1));
            NativeMemory asked = NativeMemory.allocate(PROGRAM_INFO);
            asked.bytes().putInt(20, code.size()).putLong(32, code.address());
            asked.bytes().putInt(52, sizes.getInt(52)).putLong(56, maps.address());
            asked.bytes().putInt(132, functionSize).putLong(136, functions.address());
            asked.bytes().putInt(144, sizes.getInt(144)).putInt(148, sizes.getInt(148));
            asked.bytes().putLong(152, lines.address()).putInt(172, lineSize);
            ByteBuffer told = info(fd, asked);
            StringBuilder text = new StringBuilder("type " + told.getInt(0) + " attached to type " + told.getInt(224)
                    + "\nfunctions " + hex(functions) + "\nlines " + hex(lines) + "\n");
            for (int i = 0; i < sizes.getInt(52); i++) {
                text.append(map(maps.bytes().getInt(i * Integer.BYTES))).append('\n');
            }
            text.append(instructions(code)).append(types(told.getInt(128)));
            Reference.reachabilityFence(asked);
            return text.toString();
        } finally {
            bpf.calls().close(fd);
        }
    }

    private ByteBuffer info(int fd, NativeMemory info) {
        int answer = bpf.tryInfo(fd, info, info.size());
        if (answer < 0) {
            throw new IllegalStateException("errno " + -answer);
        }
        return info.bytes();
    }

    private static String hex(NativeMemory memory) {
        byte[] bytes = new byte[memory.size()];
        memory.bytes().get(0, bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private String map(int id) {
        int fd = bpf.tryOpenById(Command.MAP_GET_FD_BY_ID, id);
        try {
            NativeMemory memory = NativeMemory.allocate(MAP_INFO);
            ByteBuffer info = info(fd, memory);
            byte[] name = new byte[16];
            info.get(24, name);
            String text = new String(name, StandardCharsets.ISO_8859_1).trim();
            mapNames.put(id, text);
            // libbpf 1.1 lets user space map all global data, newer ones only what others may see.
            int flags = text.contains(".") ? info.getInt(20) & ~MMAPABLE : info.getInt(20);
            String told = "map " + text + " type " + info.getInt(0) + " key " + info.getInt(8) + " value "
                    + info.getInt(12) + " max " + info.getInt(16) + " flags " + flags + " types " + info.getInt(44)
                    + " " + info.getInt(68) + " " + info.getInt(72);
            Reference.reachabilityFence(memory);
            return told;
        } finally {
            bpf.calls().close(fd);
        }
    }

    private String instructions(NativeMemory code) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < code.size(); at += INSTRUCTION) {
            byte[] bytes = new byte[INSTRUCTION];
            code.bytes().get(at, bytes);
            int pseudo = bytes[1] >> 4;
            boolean isMap = bytes[0] == WIDE && (pseudo == 1 || pseudo == 2);
            text.append(HexFormat.of().formatHex(bytes, 0, isMap ? 4 : INSTRUCTION))
                    .append(isMap ? " " + mapNames.get(code.bytes().getInt(at + 4)) : "")
                    .append('\n');
        }
        return text.toString();
    }

    private String types(int id) {
        int fd = bpf.tryOpenById(Command.BTF_GET_FD_BY_ID, id);
        try {
            int size = info(fd, NativeMemory.allocate(TYPES_INFO)).getInt(8);
            NativeMemory content = NativeMemory.allocate(size);
            NativeMemory asked = NativeMemory.allocate(TYPES_INFO);
            asked.bytes().putLong(0, content.address()).putInt(8, size);
            info(fd, asked);
            byte[] bytes = new byte[size];
            content.bytes().get(0, bytes);
            Reference.reachabilityFence(content);
            return "types " + size + " bytes " + Arrays.hashCode(bytes) + "\n";
        } finally {
            bpf.calls().close(fd);
        }
    }
}
