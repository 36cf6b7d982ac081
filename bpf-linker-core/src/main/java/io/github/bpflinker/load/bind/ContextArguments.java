package io.github.bpflinker.load.bind;

import io.github.bpflinker.btf.BtfKind;
import io.github.bpflinker.btf.BtfLinkage;
import io.github.bpflinker.kernel.table.TypeNumbers;
import io.github.bpflinker.load.image.BtfImage;
import io.github.bpflinker.load.plan.Bytes;
import io.github.bpflinker.load.plan.LoadPlan;
import io.github.bpflinker.load.plan.PlannedBtf;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the type of parameters of global functions with the tag {@code arg:ctx} for kernels without support for the
 * tag, before Linux 6.8 ({@code bpf_program_fixup_func_info}). Each program gets its own copy of the prototypes, since
 * its type determines the context struct.
 */
final class ContextArguments {

    private static final String TAG = "arg:ctx";
    private static final String REGISTERS = "bpf_user_pt_regs_t";

    /** The names of the context structs of program types; missing types have none. */
    private static final Map<String, String> CONTEXTS = Map.ofEntries(
            Map.entry("CGROUP_DEVICE", "bpf_cgroup_dev_ctx"),
            Map.entry("CGROUP_SKB", "__sk_buff"),
            Map.entry("CGROUP_SOCK", "bpf_sock"),
            Map.entry("CGROUP_SOCK_ADDR", "bpf_sock_addr"),
            Map.entry("CGROUP_SOCKOPT", "bpf_sockopt"),
            Map.entry("CGROUP_SYSCTL", "bpf_sysctl"),
            Map.entry("FLOW_DISSECTOR", "__sk_buff"),
            Map.entry("KPROBE", REGISTERS),
            Map.entry("LWT_IN", "__sk_buff"),
            Map.entry("LWT_OUT", "__sk_buff"),
            Map.entry("LWT_SEG6LOCAL", "__sk_buff"),
            Map.entry("LWT_XMIT", "__sk_buff"),
            Map.entry("NETFILTER", "bpf_nf_ctx"),
            Map.entry("PERF_EVENT", "bpf_perf_event_data"),
            Map.entry("RAW_TRACEPOINT", "bpf_raw_tracepoint_args"),
            Map.entry("RAW_TRACEPOINT_WRITABLE", "bpf_raw_tracepoint_args"),
            Map.entry("SCHED_ACT", "__sk_buff"),
            Map.entry("SCHED_CLS", "__sk_buff"),
            Map.entry("SK_LOOKUP", "bpf_sk_lookup"),
            Map.entry("SK_MSG", "sk_msg_md"),
            Map.entry("SK_REUSEPORT", "sk_reuseport_md"),
            Map.entry("SK_SKB", "__sk_buff"),
            Map.entry("SOCK_OPS", "bpf_sock_ops"),
            Map.entry("SOCKET_FILTER", "__sk_buff"),
            Map.entry("XDP", "xdp_md"));

    private static final String PREFIX = "BPF_PROG_TYPE_";

    private final BtfImage image;
    private final int recordSize;
    private final LoadPlan plan;
    private final List<Integer> tags;

    private ContextArguments(LoadPlan plan, BtfImage image, int recordSize, List<Integer> tags) {
        this.plan = plan;
        this.image = image;
        this.recordSize = recordSize;
        this.tags = tags;
    }

    /** Null if nothing is tagged. */
    static @Nullable ContextArguments of(LoadPlan plan, BtfImage image) {
        int recordSize = plan.btf().map(PlannedBtf::functionInfoSize).orElse(0);
        List<Integer> tags = new ArrayList<>();
        for (int id = 1; recordSize > 0 && id < image.typeCount(); id++) {
            if (image.kind(id) == BtfKind.DECL_TAG && image.isString(image.name(id), TAG)) {
                tags.add(id);
            }
        }
        return tags.isEmpty() ? null : new ContextArguments(plan, image, recordSize, tags);
    }

    /** Returns the program with {@code func_info} for the changed prototypes. */
    BoundProgram apply(BoundProgram program) {
        @Nullable String context = contextOf(program);
        if (context == null || program.functionInfo().isEmpty()) {
            return program;
        }
        byte[] info = program.functionInfo().toArray();
        ByteBuffer records = ByteBuffer.wrap(info).order(plan.order());
        Map<Integer, Integer> recordByFunction = new HashMap<>();
        for (int at = 0; at < info.length; at += recordSize) {
            recordByFunction.putIfAbsent(records.getInt(at + 4), at);
        }
        int pointer = 0;
        for (int tag : tags) {
            int function = image.word(tag);
            @Nullable Integer record = recordByFunction.get(function);
            int parameter = image.extra(tag, 0);
            if (record == null || !needsChange(program, function, parameter, context)) {
                continue;
            }
            if (records.getInt(record + 4) == function) {
                records.putInt(record + 4, copy(function));
            }
            int copy = records.getInt(record + 4);
            if (pointer == 0) {
                int struct = image.addType(image.addString(context), BtfKind.STRUCT, false, 0, 0);
                pointer = image.addType(0, BtfKind.PTR, false, 0, struct);
            }
            image.addType(image.addString(TAG), BtfKind.DECL_TAG, false, 0, copy, parameter);
            image.setExtra(image.word(copy), 2 * parameter + 1, pointer);
        }
        return withInfo(program, Bytes.wrap(info));
    }

    private static @Nullable String contextOf(BoundProgram program) {
        return typeName(program).map(CONTEXTS::get).orElse(null);
    }

    private static Optional<String> typeName(BoundProgram program) {
        return TypeNumbers.programs().name(program.plan().type()).map(name -> name.substring(PREFIX.length()));
    }

    private boolean needsChange(BoundProgram program, int function, int parameter, String context) {
        if (image.kind(function) != BtfKind.FUNC || image.elements(function) != BtfLinkage.GLOBAL.code()) {
            return false;
        }
        int prototype = image.word(function);
        if (image.kind(prototype) != BtfKind.FUNC_PROTO || parameter < 0 || parameter >= image.elements(prototype)) {
            return false;
        }
        int pointer = strip(image.extra(prototype, 2 * parameter + 1));
        return image.kind(pointer) == BtfKind.PTR && isOther(program, pointer, context);
    }

    /** Whether a pointer is not recognized as the context by the kernel and can be changed to it. */
    private boolean isOther(BoundProgram program, int pointer, String context) {
        int struct = strip(image.word(pointer));
        BtfKind kind = image.kind(struct);
        if (kind == BtfKind.UNKN) {
            return true;
        }
        String type = typeName(program).orElse("");
        String name = image.string(image.name(struct));
        boolean registers = kind == BtfKind.STRUCT && name.equals("pt_regs");
        return switch (type) {
            case "KPROBE" -> registers;
            case "PERF_EVENT" -> registers && !name.equals(context);
            case "RAW_TRACEPOINT", "RAW_TRACEPOINT_WRITABLE" -> kind == BtfKind.INT && image.word(struct) == Long.BYTES;
            default -> false;
        };
    }

    private int strip(int start) {
        int id = start;
        while (isModifier(image.kind(id))) {
            id = image.word(id);
        }
        return id;
    }

    private static boolean isModifier(BtfKind kind) {
        return switch (kind) {
            case TYPEDEF, VOLATILE, CONST, RESTRICT, TYPE_TAG -> true;
            default -> false;
        };
    }

    /** Creates a function of the same name with its own prototype. */
    private int copy(int function) {
        int prototype = image.word(function);
        int[] parameters = new int[2 * image.elements(prototype)];
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] = image.extra(prototype, i);
        }
        int copied = image.addType(
                0, BtfKind.FUNC_PROTO, false, image.elements(prototype), image.word(prototype), parameters);
        return image.addType(image.name(function), BtfKind.FUNC, false, image.elements(function), copied);
    }

    private static BoundProgram withInfo(BoundProgram program, Bytes functionInfo) {
        return new BoundProgram(
                program.plan(),
                program.place(),
                program.attachType(),
                program.target(),
                program.code(),
                program.maps(),
                program.modules(),
                program.jumpTables(),
                program.functions(),
                functionInfo,
                program.lineInfo(),
                program.poison());
    }
}
