package io.github.bpflinker.load.syscall;

import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code BPF_LINK_CREATE} takes; fields are named as in {@code union bpf_attr}. What is not set is zero, and so means
 * nothing to the kernel. A mutable value of one call or several; keeps what it points to reachable.
 */
public final class LinkAttributes {

    private final NativeMemory attributes = NativeMemory.allocate(Command.LINK_CREATE.size());
    private final ByteBuffer bytes = attributes.bytes();
    private final List<NativeMemory> kept = new ArrayList<>();

    /**
     * A link of a program, or of a map of operations.
     *
     * @param program its descriptor
     * @param target a descriptor, or the index of a network interface
     * @param attachType as {@code enum bpf_attach_type} numbers it
     */
    public LinkAttributes(int program, int target, int attachType) {
        bytes.putInt(0, program).putInt(4, target).putInt(8, attachType);
    }

    /** {@code flags}. */
    public LinkAttributes flags(int flags) {
        bytes.putInt(12, flags);
        return this;
    }

    /** {@code perf_event.bpf_cookie} (Linux 5.15). */
    public LinkAttributes perfEventCookie(long cookie) {
        bytes.putLong(16, cookie);
        return this;
    }

    /** {@code target_btf_id} and {@code tracing.cookie} (Linux 6.0). */
    public LinkAttributes tracing(int typeId, long cookie) {
        bytes.putInt(16, typeId).putLong(24, cookie);
        return this;
    }

    /**
     * {@code iter_info}.
     *
     * @param info {@code union bpf_iter_link_info}
     */
    public LinkAttributes iterator(byte[] info) {
        bytes.putLong(16, keep(NativeMemory.of(info))).putInt(24, info.length);
        return this;
    }

    /**
     * {@code kprobe_multi} (Linux 5.18).
     *
     * @param flags 1 for the return
     * @param cookies as many as symbols, or none
     */
    public LinkAttributes kprobes(int flags, List<String> symbols, long[] cookies) {
        bytes.putInt(16, flags).putInt(20, symbols.size());
        NativeMemory pointers = NativeMemory.allocate(symbols.size() * Long.BYTES);
        for (int i = 0; i < symbols.size(); i++) {
            pointers.bytes().putLong(i * Long.BYTES, keep(CStrings.of(symbols.get(i))));
        }
        bytes.putLong(24, keep(pointers));
        bytes.putLong(40, array(cookies));
        return this;
    }

    /** {@code netfilter} (Linux 6.4). */
    public LinkAttributes netfilter(int family, int hook, int priority, int flags) {
        bytes.putInt(16, family).putInt(20, hook).putInt(24, priority).putInt(28, flags);
        return this;
    }

    /**
     * {@code tcx}, {@code netkit} and {@code cgroup}: place among other programs.
     *
     * @param relative a descriptor or an id, as the flags say; 0 for the end
     * @param revision what the list is expected to be at; 0 for any
     */
    public LinkAttributes order(int relative, long revision) {
        bytes.putInt(16, relative).putLong(24, revision);
        return this;
    }

    /**
     * {@code uprobe_multi} (Linux 6.6).
     *
     * @param path of the file that has the code
     * @param flags 1 for the return
     * @param pid 0 for all processes
     * @param offsets in the file
     * @param semaphores offsets of their semaphores in the file, as many, or none
     * @param cookies as many, or none
     */
    public LinkAttributes uprobes(String path, int flags, int pid, long[] offsets, long[] semaphores, long[] cookies) {
        bytes.putLong(16, keep(CStrings.of(path))).putLong(24, array(offsets));
        bytes.putLong(32, array(semaphores)).putLong(40, array(cookies));
        bytes.putInt(48, offsets.length).putInt(52, flags).putInt(56, pid);
        return this;
    }

    private long array(long[] values) {
        if (values.length == 0) {
            return 0;
        }
        NativeMemory memory = NativeMemory.allocate(values.length * Long.BYTES);
        for (int i = 0; i < values.length; i++) {
            memory.bytes().putLong(i * Long.BYTES, values[i]);
        }
        return keep(memory);
    }

    private long keep(NativeMemory memory) {
        kept.add(memory);
        return memory.address();
    }

    /** Makes the link; its descriptor, or the negated error number. */
    public int tryCreate(SystemCalls calls) {
        int answer = (int) calls.bpf(Command.LINK_CREATE.number(), attributes, Command.LINK_CREATE.size());
        Reference.reachabilityFence(this);
        return answer;
    }
}
