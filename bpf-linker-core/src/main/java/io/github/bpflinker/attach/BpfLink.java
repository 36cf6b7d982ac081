package io.github.bpflinker.attach;

import io.github.bpflinker.load.Descriptor;
import io.github.bpflinker.load.LoadedMap;
import io.github.bpflinker.load.LoadedProgram;
import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.load.inventory.Inventory;
import io.github.bpflinker.load.inventory.LinkInfo;
import io.github.bpflinker.load.syscall.Command;
import io.github.bpflinker.load.syscall.Errno;
import io.github.bpflinker.load.syscall.SystemCallException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.Cleaner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A program that is attached. Closing it detaches the program, unless it is pinned. The program stays in the kernel as long
 * as it is attached, also when its object is closed before. Whoever forgets to close it gets a warning in the log when the
 * garbage collector finds it, and the program is detached then. Thread-safe; all methods but {@link #close}, {@link
 * #isClosed}, {@link #target} and {@link #program} throw {@link IllegalStateException} when it is closed.
 *
 * <p>What is attached by a link of the kernel ({@link #isKernelLink()}) can be pinned, updated where the kernel can, and asked
 * about; kernels that have no link for a kind, and kinds that have none, attach in other ways, and closing works the same.
 */
public final class BpfLink implements AutoCloseable {

    private static final System.Logger LOGGER = System.getLogger(BpfLink.class.getName());
    private static final Cleaner CLEANER = Cleaner.create();

    private final State state;
    private final Cleaner.Cleanable cleanable;
    private final String program;
    private final String target;
    private final String subject;
    private final RunningKernel kernel;

    BpfLink(RunningKernel kernel, String program, String target, Attachment attachment) {
        this(kernel, "program", program, target, attachment);
    }

    /** @param noun what {@code program} is the name of */
    BpfLink(RunningKernel kernel, String noun, String program, String target, Attachment attachment) {
        this.kernel = kernel;
        this.program = program;
        this.target = target;
        this.subject = noun + " '" + program + "'";
        this.state = new State(attachment, subject + " at " + target);
        this.cleanable = CLEANER.register(this, state);
    }

    /** What is left of a link that nobody can reach. */
    private static final class State implements Runnable {

        private static final AtomicBoolean TOLD = new AtomicBoolean();

        private final String what;
        private @Nullable Attachment attachment;
        private boolean pinned;

        State(Attachment attachment, String what) {
            this.attachment = attachment;
            this.what = what;
        }

        synchronized <T> T use(Function<Attachment, T> call) {
            Attachment open = attachment;
            if (open == null) {
                throw new IllegalStateException("the link of " + what + " is closed");
            }
            return call.apply(open);
        }

        synchronized boolean isClosed() {
            return attachment == null;
        }

        synchronized boolean close() {
            Attachment open = attachment;
            attachment = null;
            if (open != null) {
                open.detach();
            }
            return open != null && !pinned;
        }

        @Override
        public void run() {
            if (close() && TOLD.compareAndSet(false, true)) {
                LOGGER.log(
                        System.Logger.Level.WARNING,
                        "the BPF link of " + what
                                + " was not closed, and was detached because nothing uses it any more;"
                                + " use try-with-resources, or close(). Others are detached without a word");
            }
        }
    }

    /**
     * Opens a link that is pinned.
     *
     * @throws AttachException if there is none
     */
    public static BpfLink pinned(Path path) {
        RunningKernel kernel = RunningKernel.ofSystem();
        int fd = kernel.bpf().tryOpenPinned(path.toString());
        if (fd < 0) {
            throw new AttachException(new AttachProblem.Unsuitable("no link can be opened at " + path + ": "
                    + Errno.describe(-fd) + " from BPF_OBJ_GET; see what is pinned with bpf-linker list links"));
        }
        Optional<LinkInfo> info = new Inventory(kernel).link(fd);
        if (info.isEmpty()) {
            kernel.bpf().calls().close(fd);
            throw AttachException.unsuitable(path + " is a pin, but not of a link; name the pin of a link");
        }
        BpfLink link =
                new BpfLink(kernel, "id " + info.get().programId(), "pin " + path, new KernelLink(kernel.bpf(), fd));
        link.state.pinned = true;
        return link;
    }

    /** The name of the program; of operations, that of their map. */
    public String program() {
        return program;
    }

    /** What it is attached to, in words, as in {@code tracepoint sched:sched_process_exec}. */
    public String target() {
        return target;
    }

    /** Whether it was closed. */
    public boolean isClosed() {
        return state.isClosed();
    }

    /** Whether it is a link of the kernel. */
    public boolean isKernelLink() {
        return state.use(attachment -> attachment.linkFd() >= 0);
    }

    /** What the kernel says about it now; empty if it is no link of the kernel. */
    public Optional<LinkInfo> info() {
        return state.use(attachment ->
                attachment.linkFd() < 0 ? Optional.empty() : new Inventory(kernel).link(attachment.linkFd()));
    }

    /**
     * Its file descriptor, for calls that this library does not make. It is closed with the link.
     *
     * @throws AttachException if it is no link of the kernel
     */
    public int fd() {
        return state.use(attachment -> link(attachment, "has no descriptor"));
    }

    private int link(Attachment attachment, String but) {
        if (attachment.linkFd() < 0) {
            throw AttachException.unsuitable("the " + subject + " is attached to " + target
                    + " without a link of the kernel, and so " + but + "; this needs a newer kernel, or another kind");
        }
        return attachment.linkFd();
    }

    /**
     * Puts another program in the place of this one, without a moment in which none is attached.
     *
     * @param other of the same type
     * @throws AttachException if the kernel can't do this, as for tracing programs
     */
    public void update(LoadedProgram other) {
        update("program '" + other.name() + "'", other.descriptor());
    }

    /**
     * Puts other operations in the place of these, without a moment in which none are registered (Linux 6.4).
     *
     * @param other a struct_ops map of the same kernel type, of section {@code .struct_ops.link}. It must not have been
     *     registered
     * @throws AttachException if the kernel can't do this
     */
    public void update(LoadedMap other) {
        OperationsLinks.fill(other);
        update("map '" + other.name() + "'", other.descriptor());
    }

    private void update(String what, Descriptor other) {
        int answer = state.use(attachment -> other.call(attachment::update));
        if (answer < 0) {
            throw new AttachException(new AttachProblem.Refused(
                    what,
                    target + " in the place of " + subject,
                    Command.LINK_UPDATE.kernelName(),
                    -answer,
                    answer == -Errno.EINVAL
                            ? "the kernel can't update such a link, or not with something of another type"
                            : "",
                    "close this link and attach anew"));
        }
    }

    /**
     * Pins it: it then stays attached, whether it is closed or this process ends, until somebody removes the pin.
     *
     * @param path a new name in a BPF file system; folders on the way are made. Its last part must have no dot
     * @throws AttachException if it can't be pinned there, or is no link of the kernel
     */
    public void pin(Path path) {
        state.use(attachment -> {
            int fd = link(attachment, "can't be pinned");
            try {
                @Nullable Path folder = path.toAbsolutePath().getParent();
                if (folder != null) {
                    Files.createDirectories(folder);
                }
                kernel.bpf().pin(fd, path.toString());
            } catch (IOException e) {
                throw AttachException.unsuitable("the link can't be pinned at " + path + ": " + e.getMessage()
                        + "; name a path in a BPF file system, as /sys/fs/bpf is");
            } catch (SystemCallException e) {
                throw new AttachException(new AttachProblem.Unsuitable("the link can't be pinned at " + path + ": "
                        + Errno.describe(e.errno()) + " from BPF_OBJ_PIN; name a new path without dots in a BPF file"
                        + " system, as /sys/fs/bpf is, that the kernel allows to pin such links in"));
            }
            state.pinned = true;
            return fd;
        });
    }

    /**
     * What an iterator prints, from its first line on. Each call starts it anew.
     *
     * @return to be closed; it can be read when the link is closed
     * @throws AttachException if it is no iterator
     */
    public InputStream output() {
        return state.use(attachment -> {
            int fd = link(attachment, "prints nothing");
            int answer = (int) kernel.bpf().run(Command.ITER_CREATE, bytes -> bytes.putInt(0, fd));
            if (answer < 0) {
                throw AttachException.unsuitable("the " + subject + " at " + target
                        + " prints nothing that can be read: " + Errno.describe(-answer)
                        + " from BPF_ITER_CREATE; only iterators do");
            }
            return new DescriptorInput(kernel.bpf().calls(), answer);
        });
    }

    /** Detaches the program, unless it is pinned. Does nothing if that is done already. */
    @Override
    public void close() {
        state.close();
        cleanable.clean();
    }

    @Override
    public String toString() {
        return subject + " at " + target;
    }
}
