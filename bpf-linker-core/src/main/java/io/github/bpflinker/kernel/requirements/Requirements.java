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
 * What an object needs of a kernel, by libbpf's rules: programs and what they call, all maps, BTF. It is what can be
 * seen without running the verifier: an object that meets it can still be refused, for what it does with its pointers.
 *
 * <p>BTF that an older kernel can't read is no requirement: libbpf lowers or leaves it out, and what really needs BTF
 * (locks and timers in maps, kernel functions, tracing by BTF) asks for a newer kernel by itself. It is listed as
 * {@link Need#STRICT_LOADER}.
 *
 * @param object what messages call it
 * @param all what asks for the newest kernel first
 */
public record Requirements(String object, List<KernelRequirement> all) {

    /** The first release to which users could pass programs. */
    private static final KernelVersion FIRST = new KernelVersion(3, 18);

    private static final Comparator<KernelRequirement> NEWEST_FIRST = Comparator.comparing(
                    (KernelRequirement r) -> r.feature().since().orElse(new KernelVersion(Integer.MAX_VALUE, 0)))
            .reversed()
            .thenComparing(r -> r.feature().kind())
            .thenComparing(r -> r.feature().name())
            .thenComparing(r -> r.place().section())
            .thenComparing(r -> r.place().offset().orElse(-1));

    public Requirements {
        all = all.stream().sorted(NEWEST_FIRST).toList();
    }

    /**
     * Finds them.
     *
     * @throws io.github.bpflinker.diagnostic.LinkException if the object contradicts itself
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

    /** What the kernel itself must know. */
    public List<KernelRequirement> required() {
        return all.stream().filter(r -> r.need() == Need.KERNEL).toList();
    }

    /** The oldest release that can load the object; empty if none can. */
    public Optional<KernelVersion> oldest() {
        KernelVersion oldest = FIRST;
        for (KernelRequirement requirement : required()) {
            Optional<KernelVersion> since = requirement.feature().since();
            if (since.isEmpty()) {
                return Optional.empty();
            }
            oldest = since.get().isAtLeast(oldest) ? since.get() : oldest;
        }
        return Optional.of(oldest);
    }

    /** What keeps all older releases from loading the object; empty if it uses nothing of interest. */
    public List<KernelRequirement> decisive() {
        Optional<KernelVersion> oldest = oldest();
        return required().stream()
                .filter(r -> r.feature().since().equals(oldest))
                .toList();
    }

    /** What that release lacks, of what it would have to know itself. */
    public List<KernelRequirement> missingIn(KernelVersion kernel) {
        return required().stream().filter(r -> !r.feature().isIn(kernel)).toList();
    }
}
