package io.github.bpflinker.events;

import io.github.bpflinker.load.Descriptor;
import io.github.bpflinker.load.LoadException;
import io.github.bpflinker.load.LoadProblem;
import io.github.bpflinker.load.LoadedProgram;
import io.github.bpflinker.load.syscall.Command;
import io.github.bpflinker.load.syscall.Errno;
import io.github.bpflinker.load.syscall.NativeMemory;
import java.io.ByteArrayOutputStream;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;

/**
 * The output of one program (Linux 6.17): what it writes with {@code bpf_stream_printk}, and what the kernel writes about it,
 * such as faults in an arena and loops that took too long. The kernel keeps up to 100,000 bytes of each until they are read;
 * what finds no room is lost. Nobody is woken: look for it from time to time. Thread-safe; each byte is read once. Source:
 * {@code kernel/bpf/stream.c}, Linux 6.18.
 */
public final class ProgramStream {

    private static final int CHUNK = 1 << 12;
    private static final int LENGTH = 8;
    private static final int ID = 12;
    private static final int PROGRAM = 16;

    /** The streams of a program. */
    public enum Kind {
        /** {@code BPF_STDOUT}: what it writes. */
        OUTPUT(1),
        /** {@code BPF_STDERR}: what the kernel reports about it, and what it writes there. */
        ERRORS(2);

        private final int number;

        Kind(int number) {
            this.number = number;
        }
    }

    private final Descriptor program;
    private final Kind kind;

    private ProgramStream(Descriptor program, Kind kind) {
        this.program = program;
        this.kind = kind;
    }

    /** A stream of a loaded program. */
    public static ProgramStream of(LoadedProgram program, Kind kind) {
        return new ProgramStream(program.descriptor(), kind);
    }

    /**
     * Takes what was written since the last time, as UTF-8.
     *
     * @return empty if that is nothing
     * @throws LoadException if the kernel has no such streams
     * @throws IllegalStateException if the object of the program is closed
     */
    public String read() {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        NativeMemory chunk = NativeMemory.allocate(CHUNK);
        for (int size = CHUNK; size == CHUNK; ) {
            size = read(chunk);
            byte[] bytes = new byte[size];
            chunk.bytes().get(0, bytes);
            text.writeBytes(bytes);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private int read(NativeMemory chunk) {
        int answer = program.call(
                fd -> (int) program.kernel().bpf().run(Command.PROG_STREAM_READ_BY_FD, attributes -> attributes
                        .putLong(0, chunk.address())
                        .putInt(LENGTH, CHUNK)
                        .putInt(ID, kind.number)
                        .putInt(PROGRAM, fd)));
        Reference.reachabilityFence(chunk);
        if (answer == -Errno.EINVAL) {
            throw new LoadException(new LoadProblem.CallRefused(
                    "the output of " + program.subject(),
                    Command.PROG_STREAM_READ_BY_FD.kernelName(),
                    Errno.EINVAL,
                    "Linux 6.17 brought streams of programs, and this kernel is older",
                    "use bpf_printk and TracePipe"));
        }
        if (answer < 0) {
            throw program.refusal(Command.PROG_STREAM_READ_BY_FD.kernelName(), answer);
        }
        return answer;
    }
}
