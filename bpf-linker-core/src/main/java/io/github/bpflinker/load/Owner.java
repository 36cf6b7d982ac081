package io.github.bpflinker.load;

import io.github.bpflinker.load.host.RunningKernel;
import java.lang.ref.Cleaner;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Owns the resources of a loaded object. Calls on its maps and programs keep it open until they return, so that a
 * descriptor is not closed and reused during a call of another thread. Thread-safe.
 */
final class Owner {

    private static final System.Logger LOGGER = System.getLogger(Owner.class.getName());
    private static final Cleaner CLEANER = Cleaner.create();

    private static final long CLOSED = 1L << 62;

    private final RunningKernel kernel;
    private final Held held;
    private final Cleaner.Cleanable cleanable;

    /** @param name of the object, in messages */
    Owner(String name, RunningKernel kernel, Descriptors open) {
        this.kernel = kernel;
        this.held = new Held(name, open);
        // Whatever belongs to the object refers to its owner: it is closed only when none of that is reachable.
        this.cleanable = CLEANER.register(this, new Forgotten(held));
    }

    /** The resources, which refer to nothing that the caller can reach. */
    private static final class Held {

        private final String name;
        private final Descriptors open;

        /** The number of active calls, and the flag {@link #CLOSED}. */
        private final AtomicLong state = new AtomicLong();

        Held(String name, Descriptors open) {
            this.name = name;
            this.open = open;
        }

        void enter() {
            long before = state.getAndIncrement();
            if (before >= CLOSED) {
                exit();
                throw new IllegalStateException("BPF object '" + name + "' is closed");
            }
        }

        void exit() {
            if (state.decrementAndGet() == CLOSED) {
                open.close();
            }
        }

        boolean close() {
            long before = state.getAndUpdate(now -> now | CLOSED);
            if (before == 0) {
                open.close();
            }
            return before < CLOSED;
        }
    }

    /** Runs when the object is closed or becomes unreachable; logs a warning the first time that one was forgotten. */
    private static final class Forgotten implements Runnable {

        private static final AtomicBoolean TOLD = new AtomicBoolean();

        private final Held held;

        Forgotten(Held held) {
            this.held = held;
        }

        @Override
        public void run() {
            if (held.close() && TOLD.compareAndSet(false, true)) {
                LOGGER.log(
                        System.Logger.Level.WARNING,
                        "BPF object '" + held.name + "' was not closed, and was unloaded because nothing uses it any"
                                + " more; use try-with-resources, or close(). Others are unloaded without a word");
            }
        }
    }

    RunningKernel kernel() {
        return kernel;
    }

    /**
     * Begins a call; {@link #exit} ends it.
     *
     * @throws IllegalStateException if it is closed
     */
    void enter() {
        held.enter();
    }

    void exit() {
        held.exit();
    }

    /** Closes the resources when the last call returns. Does nothing if that is done already. */
    void close() {
        held.close();
        cleanable.clean();
    }
}
