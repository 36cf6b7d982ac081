package io.github.bpflinker.kernel.requirements;

import io.github.bpflinker.btf.BtfFile;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.kernel.requirements.KernelRequirement.Need;
import io.github.bpflinker.version.KernelVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The features that an object requires of a kernel, by libbpf's rules: those of its programs with the functions that
 * they use, of its maps and of its BTF. They are determined statically: the verifier can still reject an object on a
 * kernel that has all of them.
 *
 * <p>Newer kinds of BTF are listed as {@link Need#STRICT_LOADER}, not as required: libbpf replaces or omits them, and
 * features that depend on BTF (locks and timers in maps, kernel functions, tracing by BTF) are requirements of their
 * own.
 *
 * @param object what messages call it
 * @param all all features, those of the newest kernel first
 */
public record Requirements(String object, List<KernelRequirement> all) {

    /** The first release with bpf(2). */
    private static final KernelVersion FIRST = new KernelVersion(3, 18);

    private static final Comparator<KernelRequirement> NEWEST_FIRST = Comparator.comparing(
                    (KernelRequirement r) -> r.feature().since().orElse(new KernelVersion(Integer.MAX_VALUE, 0)))
            .reversed()
            .thenComparing(r -> r.feature().kind())
            .thenComparing(r -> r.feature().name())
            .thenComparing(r -> r.place().section())
            .thenComparing(r -> r.place().offset().orElse(-1));

    public Requirements {
        all = all.stream().distinct().sorted(NEWEST_FIRST).toList();
    }

    /**
     * Determines the requirements of an object.
     *
     * @throws io.github.bpflinker.diagnostic.LinkException if the object is invalid
     */
    public static Requirements of(BpfObject object) {
        Optional<BtfFile> btf =
                object.btfSize() == 0 ? Optional.empty() : Optional.of(BtfFile.read(object.file(), null));
        List<KernelRequirement> found = new ArrayList<>();
        CodeScan code = new CodeScan(object, btf, found::add);
        code.scan();
        new MapScan(object, btf, found::add).scan();
        btf.ifPresent(file -> new BtfScan(object, file, found::add).scan());
        return new Requirements(object.file().name(), found);
    }

    /** The features that the kernel must have, whatever the loader. */
    public List<KernelRequirement> required() {
        return all.stream().filter(r -> r.need() == Need.KERNEL).toList();
    }

    /**
     * The oldest release of the main line from which on kernels can load the object, up to {@link #newest()}; empty if none
     * can or a feature is not known. Updates of older releases may load it, too ({@link #missingIn}).
     */
    public Optional<KernelVersion> oldest() {
        KernelVersion oldest = FIRST;
        for (KernelRequirement requirement : required()) {
            Optional<KernelVersion> since = requirement.feature().since();
            if (since.isEmpty()) {
                return Optional.empty();
            }
            oldest = since.get().isAtLeast(oldest) ? since.get() : oldest;
        }
        Optional<KernelVersion> end = newest();
        return end.filter(oldest::isAtLeast).isPresent() ? Optional.empty() : Optional.of(oldest);
    }

    /** The first release that lacks a required feature again, whatever is missing in older ones; empty if there is none. */
    public Optional<KernelVersion> newest() {
        return required().stream().flatMap(r -> r.feature().until().stream()).min(Comparator.naturalOrder());
    }

    /**
     * The requirements that determine {@link #oldest()}: those that no kernel meets or that are not known, if there are such,
     * otherwise those with the newest release. If some end before others begin: both.
     */
    public List<KernelRequirement> decisive() {
        List<KernelRequirement> required = required();
        List<KernelRequirement> unmet =
                required.stream().filter(r -> r.feature().since().isEmpty()).toList();
        if (!unmet.isEmpty()) {
            return unmet;
        }
        Optional<KernelVersion> last =
                required.stream().flatMap(r -> r.feature().since().stream()).max(Comparator.naturalOrder());
        boolean overlap = oldest().isPresent();
        return required.stream()
                .filter(r -> r.feature().since().equals(last)
                        || (!overlap && r.feature().until().equals(newest())))
                .toList();
    }

    /** The requirements that end at {@link #newest()}. */
    public List<KernelRequirement> ending() {
        Optional<KernelVersion> newest = newest();
        return newest.isEmpty()
                ? List.of()
                : required().stream()
                        .filter(r -> r.feature().until().equals(newest))
                        .toList();
    }

    /** The {@linkplain #required() required} features that {@code kernel} lacks. */
    public List<KernelRequirement> missingIn(KernelVersion kernel) {
        return required().stream().filter(r -> !r.feature().isIn(kernel)).toList();
    }
}
