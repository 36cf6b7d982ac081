package io.github.bpflinker.load;

import io.github.bpflinker.load.bind.BoundObject;
import io.github.bpflinker.load.plan.Bytes;
import io.github.bpflinker.load.syscall.Command;
import io.github.bpflinker.load.syscall.Errno;
import io.github.bpflinker.load.syscall.NativeMemory;
import java.util.List;

/** Loads the object's BTF into the kernel. */
final class BtfStep {

    private static final int LOG_SIZE = 1 << 16;

    private static final System.Logger LOGGER = System.getLogger(BtfStep.class.getName());

    private BtfStep() {}

    /** {@code kernel_needs_btf} of libbpf. */
    private static boolean needsTypes(BoundObject object) {
        return object.maps().stream().anyMatch(map -> map.operations().isPresent());
    }

    /** Returns the descriptor of the BTF; 0 if the object has none or the kernel does not support it. */
    static int load(LoadContext context, BoundObject object) {
        Bytes btf = object.btf();
        if (btf.isEmpty()) {
            return 0;
        }
        NativeMemory image = NativeMemory.of(btf.buffer());
        int token = context.token();
        int fd = context.takingMemory(() -> context.bpf().tryLoadBtf(image, btf.size(), null, token));
        if (fd >= 0) {
            return context.open().add(fd);
        }
        NativeMemory log = NativeMemory.allocate(LOG_SIZE);
        int again = context.bpf().tryLoadBtf(image, btf.size(), log, token);
        if (again >= 0) {
            return context.open().add(again);
        }
        List<String> lines =
                log.text(LOG_SIZE).lines().filter(line -> !line.isBlank()).toList();
        if (again == -Errno.EPERM) {
            throw context.refused(
                    "types of object '" + object.plan().name() + "'",
                    Command.BTF_LOAD.kernelName(),
                    again,
                    CallRequirements.OF_BTF);
        }
        LoadException refused = Refusals.btf(context.kernel(), object.plan().name(), -again, lines);
        if (!Refusals.blamesTypes(-again) || context.settings().typesRequired() || needsTypes(object)) {
            throw refused;
        }
        LOGGER.log(System.Logger.Level.WARNING, refused.getMessage() + "; it is loaded without types");
        return 0;
    }
}
