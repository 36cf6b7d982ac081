package io.github.bpflinker.load.bind;

import io.github.bpflinker.load.core.TargetTypes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The properties of a kernel that binding needs. Methods can be slow, so they are only called if a plan needs them, at
 * most once for each plan.
 *
 * <p>The implementation for the running kernel reads {@code /sys/kernel/btf} and {@code /proc/kallsyms} and probes
 * features; for another kernel an implementation can return fixed values.
 */
public interface Host {

    /** The kernel's own types; empty if it has no BTF. */
    Optional<TargetTypes> kernelTypes();

    /**
     * The types of the loaded modules with BTF, in the order of their ids, split from {@link #kernelTypes}. Empty if
     * the kernel has no BTF of modules (before 5.11) or without permission.
     */
    List<TargetTypes> moduleTypes();

    /**
     * The types for CO-RE relocations that the caller provides instead of those of the kernel. Modules are ignored
     * then, as in libbpf with {@code btf_custom_path}.
     */
    default Optional<TargetTypes> givenTypes() {
        return Optional.empty();
    }

    /** Whether the kernel has a feature. */
    boolean has(Ability ability);

    /** The addresses of symbols in {@code /proc/kallsyms}, by name; unknown names are omitted. See {@link Kallsyms}. */
    Map<String, List<Long>> symbols(Set<String> names);

    /**
     * Values of the kernel's configuration in the syntax of its file ({@code y}, {@code "text"}, {@code 0x10}), by name
     * with {@code CONFIG_}; unset ones are omitted. Empty if the file does not exist. See {@link KernelConfigurationFile}.
     */
    Optional<Map<String, String>> configuration(Set<String> names);

    /** {@code LINUX_VERSION_CODE}: major, minor and patch level, the last at most 255. */
    int versionCode();

    /** The page size in bytes. */
    int pageSize();

    /** The number of possible CPUs ({@code /sys/devices/system/cpu/possible}). */
    int possibleCpus();
}
