package io.github.bpflinker.load;

import io.github.bpflinker.load.bind.Ability;
import io.github.bpflinker.load.bind.Host;
import io.github.bpflinker.load.core.TargetTypes;
import io.github.bpflinker.load.host.RunningKernel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The running kernel, with the types for CO-RE that the caller may have set.
 *
 * @param kernel the running kernel
 * @param token what the caller is permitted beside the rights of the process
 * @param givenTypes the types for CO-RE relocations, if they are not those of the kernel
 */
record HostView(RunningKernel kernel, Optional<BpfToken> token, Optional<TargetTypes> givenTypes) implements Host {

    @Override
    public Optional<TargetTypes> kernelTypes() {
        return kernel.kernelTypes();
    }

    @Override
    public List<TargetTypes> moduleTypes() {
        return kernel.moduleTypes();
    }

    @Override
    public boolean has(Ability ability) {
        return token.isPresent() ? token.get().features().has(ability) : kernel.has(ability);
    }

    @Override
    public Map<String, List<Long>> symbols(Set<String> names) {
        return kernel.symbols(names);
    }

    @Override
    public Optional<Map<String, String>> configuration(Set<String> names) {
        return kernel.configuration(names);
    }

    @Override
    public int versionCode() {
        return kernel.versionCode();
    }

    @Override
    public int pageSize() {
        return kernel.pageSize();
    }

    @Override
    public int possibleCpus() {
        return kernel.possibleCpus();
    }
}
