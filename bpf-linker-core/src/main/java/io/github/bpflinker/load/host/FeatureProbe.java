package io.github.bpflinker.load.host;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfLinkage;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.BtfType.DeclTag;
import io.github.bpflinker.btf.BtfType.Func;
import io.github.bpflinker.btf.BtfType.FuncProto;
import io.github.bpflinker.btf.BtfType.Param;
import io.github.bpflinker.btf.BtfType.Ptr;
import io.github.bpflinker.btf.BtfType.SectionVar;
import io.github.bpflinker.btf.BtfType.TypeTag;
import io.github.bpflinker.btf.BtfType.Var;
import io.github.bpflinker.btf.BtfWriter;
import io.github.bpflinker.load.bind.Ability;
import io.github.bpflinker.load.syscall.Bpf;
import io.github.bpflinker.load.syscall.Errno;
import io.github.bpflinker.load.syscall.MapAttributes;
import io.github.bpflinker.load.syscall.NativeMemory;
import io.github.bpflinker.load.syscall.ProgramAttributes;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;

/**
 * Probes one feature of the running kernel with a minimal map, program or BTF, as in libbpf 1.8 ({@code src/features.c}),
 * which is closed again.
 */
final class FeatureProbe {

    /** {@code enum bpf_prog_type}. */
    private static final int SOCKET_FILTER = 1;

    private static final int KPROBE = 2;
    private static final int TRACEPOINT = 5;
    private static final int CGROUP_SOCK = 9;

    /** {@code enum bpf_attach_type}. */
    private static final int CGROUP_INET_SOCK_CREATE = 2;

    private static final int TRACE_UPROBE_MULTI = 48;

    /** {@code enum bpf_map_type}. */
    private static final int ARRAY = 2;

    /** Numbers of helpers. */
    private static final int PROBE_READ_KERNEL = 113;

    private static final int KTIME_GET_COARSE_NS = 160;
    private static final int GET_FUNC_IP = 173;
    private static final int GET_ATTACH_COOKIE = 174;

    private static final int MMAPABLE = 1 << 10;
    private static final int TYPE_INT = 1;
    private static final BtfType INT = new BtfType.Int("int", 4, BtfType.Int.SIGNED, 0, 32);
    private static final int FUNC_INFO_SIZE = 8;
    private static final int LOG_SIZE = 1024;

    /** Errors that say nothing about the kernel. */
    private static final Set<Integer> DISTURBANCES =
            Set.of(-Errno.EPERM, -Errno.EMFILE, -Errno.ENFILE, -Errno.ENOMEM, -Errno.EAGAIN, -Errno.EINTR);

    private final Bpf bpf;
    private final int token;
    private final BooleanSupplier syscallWrapper;
    private boolean disturbed;

    FeatureProbe(Bpf bpf, int token, BooleanSupplier syscallWrapper) {
        this.bpf = bpf;
        this.token = token;
        this.syscallWrapper = syscallWrapper;
    }

    /** Whether a call failed for want of permission, descriptors or memory, so that the answer may change. */
    boolean isDisturbed() {
        return disturbed;
    }

    private int noted(int answer) {
        disturbed |= DISTURBANCES.contains(answer);
        return answer;
    }

    boolean probe(KernelFeature feature) {
        return switch (feature) {
            case NAMES -> runs(program(SOCKET_FILTER, ProbeCode.returnZero()).name("probe"));
            case BIND_MAP -> withMap(0, 32, this::binds);
            case MODULE_BTF -> namesBtf();
            case MEMORY_BY_CGROUP -> calls(SOCKET_FILTER, KTIME_GET_COARSE_NS);
        };
    }

    boolean probe(Ability ability) {
        return switch (ability) {
            case BTF -> loads(INT);
            case BTF_FUNC -> loads(INT, prototype(), new Func("x", 2, BtfLinkage.STATIC));
            case BTF_GLOBAL_FUNC -> loads(INT, prototype(), new Func("x", 2, BtfLinkage.GLOBAL));
            case BTF_DATASEC -> loads(INT, variable(), section(".data"));
            case BTF_QMARK_DATASEC -> loads(INT, variable(), section("?.data"));
            case BTF_FLOAT -> loads(new BtfType.Float("float", 4));
            case BTF_DECL_TAG -> loads(INT, variable(), new DeclTag("tag", 2, -1, false));
            case BTF_TYPE_TAG -> loads(INT, new TypeTag("tag", TYPE_INT, false), new Ptr(2));
            case BTF_ENUM64 -> loads(new BtfType.Enum64("enum64", 8, false, List.of()));
            case BTF_LAYOUT -> false;
            case GLOBAL_DATA -> withMap(0, 32, this::storesIntoValue);
            case PERCPU_DATA -> false;
            case ARRAY_MMAP -> withMap(MMAPABLE, 4, map -> true);
            case EXPECTED_ATTACH_TYPE ->
                runs(program(CGROUP_SOCK, ProbeCode.returnZero()).expectedAttachType(CGROUP_INET_SOCK_CREATE));
            case PROBE_READ_KERNEL -> readsKernel();
            case BPF_COOKIE -> calls(TRACEPOINT, GET_ATTACH_COOKIE);
            case SYSCALL_WRAPPER -> syscallWrapper.getAsBoolean();
            case UPROBE_MULTI_LINK ->
                runs(program(KPROBE, ProbeCode.returnZero()).expectedAttachType(TRACE_UPROBE_MULTI));
            case ARG_CTX_TAG -> takesContextTag();
            case FULL_RANGE_OFFSETS -> withMap(0, 1, this::takesAnyOffset);
        };
    }

    private static FuncProto prototype() {
        return new FuncProto("", 0, List.of(new Param("a", TYPE_INT)));
    }

    private static Var variable() {
        return new Var("x", TYPE_INT, BtfLinkage.STATIC);
    }

    private static BtfType section(String name) {
        return new BtfType.Datasec(name, 4, List.of(new SectionVar(2, 0, 4)));
    }

    private boolean loads(BtfType... types) {
        return closed(load(types));
    }

    private int load(BtfType... types) {
        byte[] btf = BtfWriter.write(Btf.of("probe", ByteOrder.nativeOrder(), List.of(types)));
        return noted(bpf.tryLoadBtf(NativeMemory.of(btf), btf.length, null, token));
    }

    private ProgramAttributes program(int type, ProbeCode code) {
        ProgramAttributes program = new ProgramAttributes(type, code.bytes(), "GPL");
        return token == 0 ? program : program.token(token);
    }

    private boolean runs(ProgramAttributes program) {
        return closed(noted(bpf.tryLoadProgram(program)));
    }

    private boolean withMap(int flags, int valueSize, IntPredicate use) {
        MapAttributes attributes = new MapAttributes(ARRAY, 4, valueSize, 1, flags);
        int map = noted(bpf.tryCreateMap(token == 0 ? attributes : attributes.token(token)));
        return map >= 0 && usesAndCloses(map, use);
    }

    private boolean usesAndCloses(int fd, IntPredicate use) {
        try {
            return use.test(fd);
        } finally {
            bpf.calls().close(fd);
        }
    }

    private boolean closed(int fd) {
        return fd >= 0 && usesAndCloses(fd, opened -> true);
    }

    private boolean calls(int programType, int helper) {
        return runs(program(programType, new ProbeCode().callHelper(helper).exit()));
    }

    private boolean storesIntoValue(int map) {
        return runs(program(
                SOCKET_FILTER,
                new ProbeCode().setToValue(1, map, 16).store(1, 42).set(0, 0).exit()));
    }

    private boolean readsKernel() {
        ProbeCode code = new ProbeCode().setTo(1, 10, -8).set(2, 8).set(3, 0).callHelper(PROBE_READ_KERNEL);
        return runs(program(TRACEPOINT, code.exit()));
    }

    /**
     * Whether any offset is accepted. The offset of the probe is rejected in any case, but before Linux 7.0 because of
     * its size.
     */
    private boolean takesAnyOffset(int map) {
        NativeMemory log = NativeMemory.allocate(LOG_SIZE);
        ProbeCode code = new ProbeCode().setToValue(1, map, 1 << 30).exit();
        boolean loaded = runs(program(TRACEPOINT, code).log(1, log));
        String text = log.text(LOG_SIZE);
        return !loaded && text.contains("invalid access to map value pointer");
    }

    private boolean binds(int map) {
        int program = noted(bpf.tryLoadProgram(program(SOCKET_FILTER, ProbeCode.returnZero())));
        return program >= 0 && usesAndCloses(program, loaded -> bpf.bindMap(loaded, map) >= 0);
    }

    /** Whether {@code struct bpf_btf_info} has names, which were introduced together with BTF of modules. */
    private boolean namesBtf() {
        int btf = load(INT);
        return btf >= 0
                && usesAndCloses(btf, loaded -> {
                    NativeMemory name = NativeMemory.allocate(16);
                    NativeMemory info = NativeMemory.allocate(32);
                    info.bytes().putLong(16, name.address()).putInt(24, name.size());
                    boolean named = bpf.tryInfo(loaded, info, 32) >= 0;
                    Reference.reachabilityFence(name);
                    return named;
                });
    }

    /**
     * Whether context tags are supported: probed with a kprobe that calls a global function with a tagged parameter.
     */
    private boolean takesContextTag() {
        List<BtfType> types = new ArrayList<>(List.of(INT, new Ptr(0)));
        types.add(new FuncProto("", TYPE_INT, List.of(new Param("a", 2))));
        types.add(new Func("a", 3, BtfLinkage.GLOBAL));
        types.add(new FuncProto("", TYPE_INT, List.of(new Param("b", 2))));
        types.add(new Func("b", 5, BtfLinkage.GLOBAL));
        types.add(new DeclTag("arg:ctx", 6, 0, false));
        int btf = load(types.toArray(BtfType[]::new));
        return btf >= 0
                && usesAndCloses(btf, loaded -> {
                    ByteBuffer functions =
                            ByteBuffer.allocate(2 * FUNC_INFO_SIZE).order(ByteOrder.nativeOrder());
                    functions.putInt(0).putInt(4).putInt(2).putInt(6).flip();
                    ProbeCode code = new ProbeCode()
                            .callFunction(1)
                            .exit()
                            .callHelper(GET_FUNC_IP)
                            .exit();
                    return runs(program(KPROBE, code)
                            .debugInfo(loaded, functions, FUNC_INFO_SIZE, ByteBuffer.allocate(0), 0));
                });
    }
}
