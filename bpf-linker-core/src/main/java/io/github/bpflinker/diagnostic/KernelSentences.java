package io.github.bpflinker.diagnostic;

import io.github.bpflinker.option.LinkOption;
import io.github.bpflinker.option.OptionNames;
import io.github.bpflinker.version.KernelVersion;
import java.util.List;
import java.util.stream.Collectors;

/** Messages about features that kernels lack. */
final class KernelSentences {

    private static final KernelGap UNKNOWN = new KernelGap(null, null, null, List.of());

    private KernelSentences() {}

    static String kernelTooOld(DiagnosticFields fields) {
        return use(fields) + ", which the kernel does not have" + aside(fields) + "; " + remedies(fields);
    }

    static String kernelRefuses(DiagnosticFields fields) {
        return use(fields) + ", which no kernel accepts" + aside(fields) + "; " + remedies(fields);
    }

    static String kernelCannotAttach(DiagnosticFields fields) {
        return use(fields) + ", which the kernel loads but can't attach" + aside(fields) + "; " + remedies(fields);
    }

    static String featureUnknown(DiagnosticFields fields) {
        return use(fields) + ", which this release of the linker does not know; it may be newer than Linux "
                + fields.detail("known releases") + " or belong to a module; " + remedies(fields);
    }

    static String helperOfOtherType(DiagnosticFields fields) {
        KernelVersion since = gap(fields).since();
        String refusing = since == null ? "no kernel accepts" : "kernels before " + since + " refuse";
        return use(fields) + ", which " + refusing + "; " + remedies(fields);
    }

    private static String use(DiagnosticFields fields) {
        return (fields.hasFunction() ? fields.function() : fields.input("the object")) + " uses "
                + fields.symbol("a feature");
    }

    private static KernelGap gap(DiagnosticFields fields) {
        return fields.payload(KernelGap.class).orElse(UNKNOWN);
    }

    private static String aside(DiagnosticFields fields) {
        KernelGap gap = gap(fields);
        String until = gap.until() == null ? "" : ", before " + gap.until();
        String since = gap.since() == null ? "" : "since " + gap.since() + until;
        String user = gap.user() == null ? "" : "for " + gap.user();
        String aside = since + (since.isEmpty() || user.isEmpty() ? "" : ", ") + user;
        return aside.isEmpty() ? "" : " (" + aside + ")";
    }

    /** The remedies as one phrase. */
    private static String remedies(DiagnosticFields fields) {
        String phrases = gap(fields).remedies().stream()
                .map(remedy -> remedy(remedy, fields.names()))
                .collect(Collectors.joining(", or "));
        return phrases.isEmpty() ? "write it otherwise" : phrases;
    }

    private static String remedy(Remedy remedy, OptionNames names) {
        String other = remedy.argument();
        return switch (remedy.action()) {
            case INLINE -> "have its functions inlined";
            case UNROLL -> "unroll the loop";
            case CPU -> "generate code with " + names.with(LinkOption.CPU, other);
            case USE -> "use " + other;
            case PROGRAM_TYPE -> "call it from a program of another type, such as " + other;
            case SECTION -> "put it into section " + other;
            case MAP_INSTEAD_OF_GLOBAL_DATA -> "keep the data in an array map of one element";
            case MAP_INSTEAD_OF_STACK -> "move large variables into a per-CPU array map of one element";
            case LOOP_INSTEAD_OF_CALLBACK -> "write a loop instead of the callback";
            case NO_JUMP_TABLES -> "compile with -fno-jump-tables, and write computed gotos as a switch";
            case SPLIT -> "split the program by tail calls";
            case NO_RECURSION -> "replace the recursion by a loop";
            case GUARD -> "declare it __weak and call it only if bpf_ksym_exists() finds it";
            case MAP_FLAG -> "set " + other + " in its map_flags";
            case STATIC -> "declare the function static";
            case LOWER_BTF -> "load with libbpf, which leaves it out, or link " + names.without(LinkOption.BTF);
            case NEWER_KERNEL -> "choose a newer kernel";
        };
    }
}
