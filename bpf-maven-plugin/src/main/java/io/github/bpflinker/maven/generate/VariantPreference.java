package io.github.bpflinker.maven.generate;

import io.github.bpflinker.maven.project.Variant;
import io.github.bpflinker.option.Cpu;
import io.github.bpflinker.version.KernelVersion;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The order in which variants are tried at run time: first those without an oldest kernel, the newest instruction set
 * first, then those for the newest kernels.
 *
 * @param usual the instruction set of variants that set none
 */
public record VariantPreference(Cpu usual) {

    /** The variants in that order; those that are equal keep theirs. */
    public List<Variant> sorted(List<Variant> variants) {
        Comparator<Variant> byKernel = Comparator.comparing(Variant::kernel, VariantPreference::compareKernels);
        return variants.stream()
                .sorted(byKernel.thenComparing(this::cpu, Comparator.reverseOrder()))
                .toList();
    }

    private static int compareKernels(Optional<KernelVersion> one, Optional<KernelVersion> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Boolean.compare(one.isPresent(), other.isPresent());
        }
        return other.get().compareTo(one.get());
    }

    private Cpu cpu(Variant variant) {
        return variant.cpu().orElse(usual);
    }
}
