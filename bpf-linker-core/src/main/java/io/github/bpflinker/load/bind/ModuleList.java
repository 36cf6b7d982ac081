package io.github.bpflinker.load.bind;

import io.github.bpflinker.load.core.TargetTypes;
import java.util.ArrayList;
import java.util.List;

/** The modules that an object references, each once. */
final class ModuleList {

    private final List<TargetTypes> modules = new ArrayList<>();
    private final List<Integer> functionModules = new ArrayList<>();

    int add(TargetTypes module) {
        int known = modules.indexOf(module);
        if (known < 0) {
            modules.add(module);
            known = modules.size() - 1;
        }
        return known;
    }

    /** Returns the index in {@code fd_array} of a module whose function is called. */
    int addFunctionModule(int module) {
        int known = functionModules.indexOf(module);
        if (known < 0) {
            functionModules.add(module);
            known = functionModules.size() - 1;
        }
        return known + 1;
    }

    List<TargetTypes> modules() {
        return modules;
    }

    List<Integer> functionModules() {
        return functionModules;
    }
}
