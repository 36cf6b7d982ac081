package io.github.bpflinker.load.bind;

import io.github.bpflinker.load.core.TargetTypes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What binding a plan needs to know about a kernel. Each method may be slow and is only called if the plan needs it; what
 * costs a probe or a file is asked for once for a plan.
 *
 * <p>The one of the running kernel reads {@code /sys/kernel/btf}, {@code /proc/kallsyms} and probes; one for a kernel that
 * is not at hand holds values.
 */
public interface Host {

    /** The kernel's own types; empty if it has no BTF. */
    Optional<TargetTypes> kernelTypes();

    /**
     * The types of the modules that are loaded and have BTF, in the order of their ids; each is split from
     * {@link #kernelTypes}. Empty where the kernel has no BTF of modules (before 5.11) or does not let us see it.
     */
    List<TargetTypes> moduleTypes();

    /**
     * The types that CO-RE relocations are computed against, if they are not those of the kernel and its modules: a BTF
     * file that the caller gave. Modules are then left out, as libbpf does with {@code btf_custom_path}.
     */
    default Optional<TargetTypes> givenTypes() {
        return Optional.empty();
    }

    /** Whether the kernel can do something. */
    boolean has(Ability ability);

    /**
     * The addresses of symbols in {@code /proc/kallsyms}, different ones of the same name all listed. Names that are not
     * there are left out; see {@link Kallsyms}.
     */
    Map<String, List<Long>> symbols(Set<String> names);

    /**
     * Values of the kernel's configuration as its file has them ({@code y}, {@code "text"}, {@code 0x10}), by name with
     * {@code CONFIG_}; those that are not set are left out. Empty if there is no such file; see {@link KernelConfiguration}.
     */
    Optional<Map<String, String>> configuration(Set<String> names);

    /** {@code LINUX_VERSION_CODE}: major, minor and patch level, the last at most 255. */
    int versionCode();

    /** In bytes. */
    int pageSize();

    /** How many processors the kernel may ever have ({@code /sys/devices/system/cpu/possible}). */
    int possibleCpus();
}
