package io.github.bpflinker.load.syscall;

import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;

/** read(2) and write(2) of descriptors. */
public final class Streams {

    private Streams() {}

    /**
     * Reads once.
     *
     * @return how many bytes, 0 at the end, or the negated error number
     */
    public static int tryRead(SystemCalls calls, int fd, NativeMemory target, int most) {
        int answer = (int) calls.call(SystemCall.READ, fd, target.address(), most);
        Reference.reachabilityFence(target);
        return answer;
    }

    /** Writes a line at once; 0 or more, or the negated error number. */
    public static int tryWrite(SystemCalls calls, int fd, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        NativeMemory memory = NativeMemory.of(bytes);
        int answer = (int) calls.call(SystemCall.WRITE, fd, memory.address(), bytes.length);
        Reference.reachabilityFence(memory);
        return answer;
    }
}
