package io.github.bpflinker.kernel.requirements;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfExt;
import io.github.bpflinker.btf.BtfFile;
import io.github.bpflinker.btf.BtfLinkage;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.CoreRelocation;
import io.github.bpflinker.elf.BpfFunction;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.kernel.requirements.KernelRequirement.Need;
import io.github.bpflinker.kernel.table.Feature;
import io.github.bpflinker.kernel.table.KernelFacts;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Collects the requirements of an object's BTF: the kinds that kernels must support, and what loaders process. */
final class BtfScan {

    private static final String SECTION = ".BTF";

    private final Btf btf;
    private final Optional<BtfExt> ext;
    private final Set<String> programs;
    private final KernelFacts facts = KernelFacts.get();
    private final Consumer<KernelRequirement> found;
    private final Set<String> reported = new HashSet<>();

    BtfScan(BpfObject object, BtfFile file, Consumer<KernelRequirement> found) {
        this.btf = file.btf();
        this.ext = file.ext();
        this.programs = object.programs().stream().map(BpfFunction::name).collect(Collectors.toSet());
        this.found = found;
    }

    void scan() {
        for (BtfType type : btf.types()) {
            report(facts.btf(type.kind().name()), type);
            scanFlags(type);
        }
        ext.map(BtfExt::relocations).ifPresent(this::scanCore);
    }

    private void scanFlags(BtfType type) {
        if (type instanceof BtfType.Composite composite && composite.bitFields()) {
            report(facts.btf("bit-field"), type);
        } else if (type instanceof BtfType.Fwd forward && forward.union()) {
            report(facts.btf("forward-union"), type);
        } else if (type instanceof BtfType.Enumeration enumeration && enumeration.signed()) {
            report(facts.btf("signed-enum"), type);
        } else if (isAttribute(type)) {
            report(facts.btf("attribute-tag"), type);
        } else if (type instanceof BtfType.Func function
                && function.linkage() == BtfLinkage.GLOBAL
                && !programs.contains(type.name())) {
            report(facts.btf("global-function"), type);
        }
    }

    private static boolean isAttribute(BtfType type) {
        if (type instanceof BtfType.DeclTag tag) {
            return tag.attribute();
        }
        return type instanceof BtfType.TypeTag tag && tag.attribute();
    }

    private void scanCore(List<BtfExt.Section<CoreRelocation>> sections) {
        for (BtfExt.Section<CoreRelocation> section : sections) {
            for (CoreRelocation relocation : section.entries()) {
                Feature feature = facts.core(relocation.kind().shortName());
                if (reported.add(feature.name())) {
                    UseSite place = UseSite.of(btf.type(relocation.type()).name(), section.name());
                    found.accept(new KernelRequirement(feature, Need.LOADER, place));
                }
            }
        }
    }

    private void report(Feature feature, BtfType type) {
        if (reported.add(feature.name())) {
            found.accept(new KernelRequirement(feature, Need.STRICT_LOADER, UseSite.of(type.name(), SECTION)));
        }
    }
}
