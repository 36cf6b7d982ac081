package io.github.bpflinker.load.core;

import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.CoreRelocation;
import io.github.bpflinker.btf.Flavours;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Computes CO-RE relocations of one object against one kernel ({@code bpf_core_calc_relo_insn}). The candidates for a
 * type are the types of the kernel with the same name, ignoring flavours, or if there are none, those of its modules. A
 * candidate that does not match a relocation while another one does is excluded from later relocations of the same
 * type, so the result depends on the order, which must be that of {@code .BTF.ext}. Not thread-safe.
 */
public final class CoreRelocator {

    private record Candidate(TargetTypes types, int id) {}

    private record Match(AccessSpec spec, CoreValue value) {}

    /** Receives what relocations need of the target's types. */
    interface Listener {
        /** Every type that fits a relocation, also if several do. */
        void fits(AccessSpec target, CoreRelocation.Kind kind);
    }

    private final TargetTypes local;
    private final TargetTypes kernel;
    private final Supplier<List<TargetTypes>> modules;
    private final ByteOrder order;
    private final Listener listener;
    private final Map<Integer, List<Candidate>> candidates = new HashMap<>();

    /**
     * @param local the types of the object
     * @param kernel the types of the kernel
     * @param modules supplies the types of its modules, if the kernel lacks a type
     * @param order the byte order of the machine that runs the program
     */
    public CoreRelocator(TargetTypes local, TargetTypes kernel, Supplier<List<TargetTypes>> modules, ByteOrder order) {
        this(local, kernel, modules, order, (target, kind) -> {});
    }

    CoreRelocator(
            TargetTypes local,
            TargetTypes kernel,
            Supplier<List<TargetTypes>> modules,
            ByteOrder order,
            Listener listener) {
        this.local = local;
        this.kernel = kernel;
        this.modules = modules;
        this.order = order;
        this.listener = listener;
    }

    /**
     * Computes a relocation.
     *
     * @param type the id of the type that the program was compiled with
     * @param access the access string
     * @param kind the kind of the relocation
     * @throws CoreException if types are inconsistent, or candidates are ambiguous
     */
    public CoreValue resolve(int type, String access, CoreRelocation.Kind kind) {
        AccessSpec spec = AccessSpec.parse(local, type, access, kind);
        if (kind == CoreRelocation.Kind.TYPE_ID_LOCAL) {
            return CoreValue.of(type, type, false);
        }
        String name = local.type(type).name();
        if (name.isEmpty()) {
            throw new CoreException("types without a name can't be found in a kernel");
        }
        return resolve(spec, kind, candidates(type, name));
    }

    /**
     * Names what the kernel lacks for a relocation: {@code no struct task_struct}, or {@code no field state in struct
     * task_struct}; empty if nothing is missing. As for {@link #resolve}, candidates that earlier relocations of the type
     * excluded do not count.
     *
     * @throws CoreException if types are inconsistent
     */
    public Optional<String> missing(int type, String access, CoreRelocation.Kind kind) {
        String name = local.type(type).name();
        if (kind == CoreRelocation.Kind.TYPE_ID_LOCAL || name.isEmpty()) {
            return Optional.empty();
        }
        String root = Flavours.essential(CoreText.root(local, type));
        List<Candidate> all = candidates(type, name);
        if (all.isEmpty()) {
            return Optional.of("no " + root);
        }
        AccessSpec spec = AccessSpec.parse(local, type, access, kind);
        if (!kind.isField()) {
            return fits(spec, kind, all)
                    ? Optional.empty()
                    : Optional.of(
                            kind.isEnumerator()
                                    ? "no " + Flavours.essential(spec.last().name()) + " in " + root
                                    : root + " is another type there");
        }
        for (int length = 1; length <= spec.steps().size(); length++) {
            AccessSpec start = new AccessSpec(local, type, spec.steps().subList(0, length), 0);
            if (!fits(start, kind, all)) {
                return Optional.of("no " + (start.last().isNamed() ? "field " : "element ") + CoreText.path(start)
                        + " in " + root);
            }
        }
        return Optional.empty();
    }

    private static boolean fits(AccessSpec spec, CoreRelocation.Kind kind, List<Candidate> all) {
        return all.stream().anyMatch(candidate -> SpecMatch.find(spec, kind, candidate.types(), candidate.id())
                .isPresent());
    }

    /** The candidates that no relocation of the type has excluded. */
    private List<Candidate> candidates(int type, String name) {
        return candidates.computeIfAbsent(type, id -> find(id, name));
    }

    private List<Candidate> find(int type, String name) {
        String essential = Flavours.essential(name);
        List<Candidate> found = new ArrayList<>();
        add(found, kernel, type, essential);
        if (found.isEmpty()) {
            modules.get().forEach(module -> add(found, module, type, essential));
        }
        return found;
    }

    private void add(List<Candidate> found, TargetTypes types, int type, String essential) {
        BtfType wanted = local.type(type);
        for (int id : types.candidates(essential)) {
            if (Compatibility.sameKind(wanted, types.type(id))) {
                found.add(new Candidate(types, id));
            }
        }
    }

    private CoreValue resolve(AccessSpec spec, CoreRelocation.Kind kind, List<Candidate> tried) {
        List<Candidate> fitting = new ArrayList<>(tried.size());
        @Nullable Match first = null;
        for (Candidate candidate : tried) {
            Optional<AccessSpec> target = SpecMatch.find(spec, kind, candidate.types(), candidate.id());
            if (target.isPresent()) {
                listener.fits(target.get(), kind);
                CoreValue value = value(spec, target.get(), kind);
                if (first == null) {
                    first = new Match(target.get(), value);
                } else {
                    requireSame(first, target.get(), value);
                }
                fitting.add(candidate);
            }
        }
        if (first == null) {
            return value(spec, null, kind);
        }
        if (fitting.size() < tried.size()) {
            tried.clear();
            tried.addAll(fitting);
        }
        return first.value();
    }

    private static void requireSame(Match first, AccessSpec spec, CoreValue value) {
        if (first.spec().bitOffset() != spec.bitOffset()) {
            throw new CoreException("types " + first.spec().root() + " and " + spec.root() + " of "
                    + spec.types().name() + " both fit, and have the field at bit "
                    + first.spec().bitOffset() + " and at bit " + spec.bitOffset());
        }
        if (first.value().poison() != value.poison() || first.value().value() != value.value()) {
            throw new CoreException("types " + first.spec().root() + " and " + spec.root() + " of "
                    + spec.types().name() + " both fit, and give "
                    + Long.toUnsignedString(first.value().value()) + " and " + Long.toUnsignedString(value.value()));
        }
    }

    /** @param target null if there is none */
    private CoreValue value(AccessSpec spec, @Nullable AccessSpec target, CoreRelocation.Kind kind) {
        if (kind.isField()) {
            return field(spec, target, kind);
        }
        if (kind.isEnumerator()) {
            return enumerator(spec, target, kind);
        }
        return type(spec, target, kind);
    }

    private CoreValue field(AccessSpec spec, @Nullable AccessSpec target, CoreRelocation.Kind kind) {
        if (kind == CoreRelocation.Kind.FIELD_EXISTS) {
            return CoreValue.of(1, target == null ? 0 : 1, true);
        }
        FieldValue original = FieldValue.of(spec, kind, order);
        if (target == null) {
            return CoreValue.ofMissing(original.value());
        }
        FieldValue value = FieldValue.of(target, kind, order);
        boolean unfit = original.size() != value.size()
                && !canChangeSize(
                        spec.types().type(original.type()), target.types().type(value.type()));
        return new CoreValue(
                original.value(), value.value(), false, original.validate(), unfit, original.size(), value.size());
    }

    /** Whether the size of an access can be changed: for pointers and unsigned integers, which are zero-extended. */
    private static boolean canChangeSize(BtfType ours, BtfType theirs) {
        return (ours instanceof BtfType.Ptr && theirs instanceof BtfType.Ptr)
                || (ours instanceof BtfType.Int number
                        && theirs instanceof BtfType.Int other
                        && number.encoding() != BtfType.Int.SIGNED
                        && other.encoding() != BtfType.Int.SIGNED);
    }

    private static CoreValue enumerator(AccessSpec spec, @Nullable AccessSpec target, CoreRelocation.Kind kind) {
        if (kind == CoreRelocation.Kind.ENUMVAL_EXISTS) {
            return CoreValue.of(1, target == null ? 0 : 1, true);
        }
        long original = enumeratorValue(spec);
        return target == null ? CoreValue.ofMissing(original) : CoreValue.of(original, enumeratorValue(target), true);
    }

    /**
     * The value of an enumerator; as in libbpf, 32-bit values are sign-extended even if the enumeration is unsigned.
     */
    private static long enumeratorValue(AccessSpec spec) {
        AccessSpec.Step step = spec.last();
        BtfType type = spec.types().type(step.type());
        long value =
                ((BtfType.Enumeration) type).enumerators().get(step.index()).value();
        return type instanceof BtfType.Enum ? (int) value : value;
    }

    private static CoreValue type(AccessSpec spec, @Nullable AccessSpec target, CoreRelocation.Kind kind) {
        long original = typeValue(spec, kind);
        return CoreValue.of(
                original, target == null ? 0 : typeValue(target, kind), kind != CoreRelocation.Kind.TYPE_ID_TARGET);
    }

    private static long typeValue(AccessSpec spec, CoreRelocation.Kind kind) {
        return switch (kind) {
            case TYPE_ID_TARGET -> spec.root();
            case TYPE_SIZE -> AccessSpec.sizeOf(spec.types(), spec.root());
            default -> 1;
        };
    }
}
