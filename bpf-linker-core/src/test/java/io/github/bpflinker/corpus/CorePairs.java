package io.github.bpflinker.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfExt;
import io.github.bpflinker.btf.BtfFile;
import io.github.bpflinker.btf.CoreRelocation;
import io.github.bpflinker.load.core.CoreRelocator;
import io.github.bpflinker.load.core.CoreText;
import io.github.bpflinker.load.core.CoreValue;
import io.github.bpflinker.load.core.IndexedTypes;
import io.github.bpflinker.load.core.ModelTypes;
import io.github.bpflinker.load.core.TargetTypes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compares the CO-RE relocations of the C code in an object with those of its Rust code: each is there once from either,
 * and has the same result on the kernels at hand and those whose types are in the files that the directive names.
 */
final class CorePairs {

    private CorePairs() {}

    static void verify(LinkOutcome outcome, String value) throws IOException {
        BtfFile object = BtfFile.read(outcome.written(), null);
        Map<String, Integer> count = new TreeMap<>();
        List<TargetTypes> kernels = new ArrayList<>(KernelTypesAtHand.all());
        StepReader.words(value)
                .forEach(name -> kernels.add(IndexedTypes.read(outcome.folder().resolve(name))));
        List<CoreRelocator> relocators = kernels.stream()
                .map(kernel -> new CoreRelocator(
                        local(object.btf()), kernel, List::of, object.btf().order()))
                .toList();
        for (BtfExt.Section<CoreRelocation> section : object.ext().orElseThrow().relocations()) {
            for (CoreRelocation relocation : section.entries()) {
                count.merge(described(object.btf(), relocation, relocators), 1, Integer::sum);
            }
        }
        assertThat(count).as("relocations").isNotEmpty();
        assertThat(count)
                .as("relocations that only C or only Rust has")
                .allSatisfy(
                        (described, times) -> assertThat(times).as(described).isEqualTo(2));
    }

    private static ModelTypes local(Btf btf) {
        return new ModelTypes("object", btf);
    }

    private static String described(Btf btf, CoreRelocation relocation, List<CoreRelocator> kernels) {
        String target = CoreText.describe(local(btf), relocation.type(), relocation.access(), relocation.kind());
        StringBuilder text = new StringBuilder(target);
        for (CoreRelocator kernel : kernels) {
            CoreValue value = kernel.resolve(relocation.type(), relocation.access(), relocation.kind());
            text.append(' ').append(value.poison() ? "missing" : Long.toString(value.value()));
        }
        return text.toString();
    }
}
