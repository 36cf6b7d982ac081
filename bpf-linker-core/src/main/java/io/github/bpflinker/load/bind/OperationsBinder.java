package io.github.bpflinker.load.bind;

import io.github.bpflinker.btf.BtfKind;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.load.core.TargetTypes;
import io.github.bpflinker.load.plan.Bytes;
import io.github.bpflinker.load.plan.LoadPlan;
import io.github.bpflinker.load.plan.PlannedMap;
import io.github.bpflinker.load.plan.StructOps;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Converts struct_ops values to the layout of the kernel's struct ({@code bpf_map__init_kern_struct_ops}). Members are
 * matched by name; those that the kernel does not have must be zero.
 */
final class OperationsBinder {

    private static final String VALUE_PREFIX = "bpf_struct_ops_";

    /**
     * A bound struct_ops map.
     *
     * @param contents in the kernel's layout
     */
    record Bound(Bytes contents, BoundMap.Operations operations) {}

    /**
     * The member that a {@code struct_ops} program implements.
     *
     * @param type the id of the kernel's struct
     * @param module the index of its module; -1 for the kernel
     * @param member its index in the kernel's struct
     */
    record Slot(int type, int module, int member) {}

    private final LoadPlan plan;
    private final TargetTypes local;
    private final KernelLookup lookup;
    private final Map<Integer, Slot> slots = new HashMap<>();
    /** The programs that structs reference, and those referenced by created structs. */
    private final Set<Integer> named = new HashSet<>();

    private final Set<Integer> used = new HashSet<>();

    OperationsBinder(LoadPlan plan, TargetTypes local, KernelLookup lookup) {
        this.plan = plan;
        this.local = local;
        this.lookup = lookup;
    }

    /** The bound map for each map of the plan; null for other kinds of maps and for maps that are not created. */
    List<@Nullable Bound> bind() {
        List<@Nullable Bound> bound = new ArrayList<>();
        for (PlannedMap map : plan.maps()) {
            StructOps operations = map.structOps().orElse(null);
            if (operations != null) {
                operations.operations().forEach(operation -> named.add(operation.program()));
            }
            bound.add(operations != null && map.create() ? new Struct(map, operations).bind() : null);
        }
        return bound;
    }

    /** Whether a program is loaded, considering the struct_ops maps. */
    boolean isLoaded(int program) {
        return named.contains(program)
                ? used.contains(program)
                : plan.programs().get(program).load();
    }

    Optional<Slot> slot(int program) {
        return Optional.ofNullable(slots.get(program));
    }

    /** A struct_ops map that is being bound. */
    private final class Struct {
        private final PlannedMap map;
        private final StructOps operations;
        private final BtfType.Struct ours;

        Struct(PlannedMap map, StructOps operations) {
            this.map = map;
            this.operations = operations;
            this.ours = (BtfType.Struct) local.type(operations.type());
        }

        Bound bind() {
            String what = "struct " + operations.typeName();
            KernelLookup.Found value = lookup.find(VALUE_PREFIX + operations.typeName(), BtfKind.STRUCT, what)
                    .orElseThrow(() -> unfit("", "the kernel has no such operations; is a module missing?"));
            TargetTypes kernel = value.types();
            OptionalInt type = lookup.kernel(what).find(operations.typeName(), BtfKind.STRUCT);
            if (type.isEmpty()) {
                type = kernel.find(operations.typeName(), BtfKind.STRUCT);
            }
            BtfType.Struct wrapper = (BtfType.Struct) kernel.type(value.id());
            int typeId = type.orElseThrow(() -> unfit("", "the kernel has no struct of that name"));
            BtfType.Member data = wrapper.members().stream()
                    .filter(member -> member.type() == typeId)
                    .findFirst()
                    .orElseThrow(() -> unfit("", "the kernel's " + wrapper.name() + " does not hold it"));
            return new Layout(this, kernel, typeId, value.module())
                    .fill(value.id(), wrapper, (int) (data.bitOffset() / Byte.SIZE));
        }

        BindException unfit(String member, String reason) {
            return new BindException(
                    plan.name(), new BindProblem.UnfitOperations(map.name(), operations.typeName(), member, reason));
        }
    }

    /** The value in the kernel's layout that is being built. */
    private final class Layout {
        private final Struct struct;
        private final TargetTypes kernel;
        private final int type;
        private final int module;
        private final BtfType.Struct theirs;
        private final List<BoundMap.ProgramSlot> programs = new ArrayList<>();
        private byte[] contents = new byte[0];
        private int start;

        Layout(Struct struct, TargetTypes kernel, int type, int module) {
            this.struct = struct;
            this.kernel = kernel;
            this.type = type;
            this.module = module;
            this.theirs = (BtfType.Struct) kernel.type(type);
        }

        Bound fill(int valueType, BtfType.Struct wrapper, int dataOffset) {
            start = dataOffset;
            if (wrapper.size() > Short.MAX_VALUE * 16L || dataOffset + theirs.size() > wrapper.size()) {
                throw struct.unfit("", "the kernel's struct has an impossible size");
            }
            contents = new byte[(int) wrapper.size()];
            Map<Integer, Integer> operations = new HashMap<>();
            struct.operations.operations().forEach(each -> operations.put(each.member(), each.program()));
            for (int i = 0; i < struct.ours.members().size(); i++) {
                member(struct.ours.members().get(i), operations.getOrDefault(i, -1));
            }
            return new Bound(Bytes.wrap(contents), new BoundMap.Operations(valueType, module, programs));
        }

        private void member(BtfType.Member member, int program) {
            int place = place(member.name());
            if (place < 0) {
                if (program >= 0 || !isZero(member)) {
                    throw struct.unfit(member.name(), "the kernel's struct has no such member, and it is set");
                }
                return;
            }
            BtfType.Member other = theirs.members().get(place);
            if (member.bitSize() != 0 || other.bitSize() != 0) {
                throw struct.unfit(member.name(), "bit-fields can't be set");
            }
            BtfType mine = local.type(local.strip(member.type()));
            int otherType = kernel.strip(other.type());
            if (mine.kind() != kernel.type(otherType).kind()) {
                throw struct.unfit(
                        member.name(),
                        "the kernel's is of kind " + kernel.type(otherType).kind() + ", not " + mine.kind());
            }
            if (mine instanceof BtfType.Ptr) {
                if (program >= 0) {
                    operation(member, program, place, otherType);
                }
            } else {
                copy(member, other, otherType);
            }
        }

        private int place(String name) {
            for (int i = 0; i < theirs.members().size(); i++) {
                if (theirs.members().get(i).name().equals(name)) {
                    return i;
                }
            }
            return -1;
        }

        private void operation(BtfType.Member member, int program, int place, int pointer) {
            BtfType pointee = kernel.type(kernel.strip(((BtfType.Ptr) kernel.type(pointer)).type()));
            if (!(pointee instanceof BtfType.FuncProto)) {
                throw struct.unfit(member.name(), "the kernel's is no pointer to a function");
            }
            Slot slot = new Slot(type, module, place);
            Slot before = slots.putIfAbsent(program, slot);
            if (before != null && !before.equals(slot)) {
                throw struct.unfit(
                        member.name(),
                        "program " + plan.programs().get(program).name()
                                + " implements another operation already; a program can be only one");
            }
            used.add(program);
            programs.add(new BoundMap.ProgramSlot(
                    start + (int) (theirs.members().get(place).bitOffset() / Byte.SIZE), program));
        }

        private void copy(BtfType.Member member, BtfType.Member other, int otherType) {
            long size = size(local, member.type(), member);
            long otherSize = size(kernel, otherType, member);
            if (size != otherSize) {
                throw struct.unfit(member.name(), "it has " + size + " bytes, the kernel's " + otherSize);
            }
            long from = member.bitOffset() / Byte.SIZE;
            long to = start + other.bitOffset() / Byte.SIZE;
            if (from + size > struct.map.contents().size() || to + size > contents.length) {
                throw struct.unfit(member.name(), "it reaches beyond its struct");
            }
            for (int i = 0; i < size; i++) {
                contents[(int) to + i] = struct.map.contents().get((int) from + i);
            }
        }

        private long size(TargetTypes types, int id, BtfType.Member member) {
            OptionalLong size = types.sizeOf(id);
            return size.orElseThrow(() -> struct.unfit(member.name(), "its type has no size"));
        }

        /** Whether the object does not set the member. */
        private boolean isZero(BtfType.Member member) {
            long from = member.bitOffset() / Byte.SIZE;
            long size = size(local, member.type(), member);
            for (long i = from; i < Math.min(from + size, struct.map.contents().size()); i++) {
                if (struct.map.contents().get((int) i) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
