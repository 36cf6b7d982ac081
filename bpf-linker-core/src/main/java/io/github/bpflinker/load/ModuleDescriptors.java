package io.github.bpflinker.load;

import io.github.bpflinker.load.bind.BoundObject;
import io.github.bpflinker.load.core.TargetTypes;
import io.github.bpflinker.load.syscall.Command;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The descriptors of the BTF of referenced modules, opened on demand. */
final class ModuleDescriptors {

    private final LoadContext context;
    private final BoundObject object;
    private final Map<Integer, Integer> open = new HashMap<>();

    ModuleDescriptors(LoadContext context, BoundObject object) {
        this.context = context;
        this.object = object;
    }

    /**
     * Returns the descriptor of a module's BTF.
     *
     * @param module a place in {@link BoundObject#modules()}; -1 for the kernel itself, which has 0
     */
    int of(int module) {
        return module < 0 ? 0 : open.computeIfAbsent(module, this::open);
    }

    /** {@code fd_array}: 0 for the kernel itself, then the modules whose functions the object calls. */
    int[] functionModules() {
        List<Integer> modules = object.functionModules();
        int[] fds = new int[modules.size() + 1];
        for (int i = 0; i < modules.size(); i++) {
            fds[i + 1] = of(modules.get(i));
        }
        return fds;
    }

    private int open(int module) {
        TargetTypes types = object.modules().get(module);
        int fd = context.kernel().tryOpenModule(types);
        if (fd < 0) {
            throw context.refused(
                    "types of module '" + types.name() + "'",
                    Command.BTF_GET_FD_BY_ID.kernelName(),
                    fd,
                    CallRequirements.OF_IDS);
        }
        return context.open().add(fd);
    }
}
