package io.github.bpflinker.load.host;

import io.github.bpflinker.btf.BtfIndex;
import io.github.bpflinker.load.core.IndexedTypes;
import io.github.bpflinker.load.core.TargetTypes;
import io.github.bpflinker.load.syscall.Bpf;
import io.github.bpflinker.load.syscall.Command;
import io.github.bpflinker.load.syscall.NativeMemory;
import io.github.bpflinker.load.syscall.SystemCallException;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The loaded modules with BTF (Linux 5.11). Their types are cached by id, since ids are not reused. */
final class KernelModules {

    /** Offsets in {@code struct bpf_btf_info}. */
    private static final int SIZE = 8;

    private static final int NAME = 16;
    private static final int NAME_LENGTH = 24;
    private static final int KERNEL_BTF = 28;
    private static final int INFO_SIZE = 32;
    private static final int LONGEST_NAME = 64;
    private static final String KERNEL = "vmlinux";

    private final Bpf bpf;
    private final TargetTypes base;
    private final BtfIndex baseIndex;
    private final Map<Integer, Optional<IndexedTypes>> known = new ConcurrentHashMap<>();

    /** Creates the list for the kernel with the given types. */
    KernelModules(Bpf bpf, TargetTypes base, BtfIndex baseIndex) {
        this.bpf = bpf;
        this.base = base;
        this.baseIndex = baseIndex;
    }

    /** The currently loaded modules, in the order of their ids; empty without permission (CAP_SYS_ADMIN). */
    List<TargetTypes> list() {
        List<TargetTypes> modules = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        OptionalInt next = next(bpf, 0);
        while (next.isPresent()) {
            int id = next.getAsInt();
            seen.add(id);
            known.computeIfAbsent(id, this::describe).ifPresent(modules::add);
            next = next(bpf, id);
        }
        known.keySet().retainAll(seen);
        return modules;
    }

    private Optional<IndexedTypes> describe(int id) {
        return name(bpf, id)
                .map(name ->
                        new IndexedTypes(name, id, () -> BtfIndex.read(name, content(bpf, id, name), baseIndex), base));
    }

    private static OptionalInt next(Bpf bpf, int id) {
        try {
            return bpf.nextId(Command.BTF_GET_NEXT_ID, id);
        } catch (SystemCallException e) {
            // Not permitted, or before Linux 5.4, without BTF of modules.
            return OptionalInt.empty();
        }
    }

    /** The name of a module; empty for BTF of an application or the kernel, and for BTF that has been unloaded. */
    private static Optional<String> name(Bpf bpf, int id) {
        int fd = bpf.tryOpenById(Command.BTF_GET_FD_BY_ID, id);
        if (fd < 0) {
            return Optional.empty();
        }
        try {
            NativeMemory name = NativeMemory.allocate(LONGEST_NAME);
            NativeMemory info = NativeMemory.allocate(INFO_SIZE);
            info.bytes().putLong(NAME, name.address()).putInt(NAME_LENGTH, LONGEST_NAME);
            int answer = bpf.tryInfo(fd, info, INFO_SIZE);
            String text = name.text(LONGEST_NAME);
            Reference.reachabilityFence(name);
            boolean module = answer >= 0 && info.bytes().getInt(KERNEL_BTF) != 0 && !text.equals(KERNEL);
            return module ? Optional.of(text) : Optional.empty();
        } finally {
            bpf.calls().close(fd);
        }
    }

    private static ByteBuffer content(Bpf bpf, int id, String name) {
        int fd = bpf.tryOpenById(Command.BTF_GET_FD_BY_ID, id);
        if (fd < 0) {
            throw new SystemCallException("reading the types of module " + name, -fd);
        }
        try {
            NativeMemory info = NativeMemory.allocate(INFO_SIZE);
            check(bpf.tryInfo(fd, info, INFO_SIZE), name);
            int size = info.bytes().getInt(SIZE);
            NativeMemory content = NativeMemory.allocate(size);
            NativeMemory again = NativeMemory.allocate(INFO_SIZE);
            again.bytes().putLong(0, content.address()).putInt(SIZE, size);
            check(bpf.tryInfo(fd, again, INFO_SIZE), name);
            return content.bytes().duplicate().limit(size);
        } finally {
            bpf.calls().close(fd);
        }
    }

    private static void check(int answer, String name) {
        if (answer < 0) {
            throw new SystemCallException("reading the types of module " + name, -answer);
        }
    }
}
