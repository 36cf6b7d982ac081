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

    private final String name;
    private final RunningKernel kernel;
    private final Descriptors open;

    /** The number of active calls, and the flag {@link #CLOSED}. */
    private final AtomicLong state = new AtomicLong();

    Owner(String name, RunningKernel kernel, Descriptors open) {
        this.name = name;
        this.kernel = kernel;
        this.open = open;
    }

    /**
     * Closes everything and logs a warning when {@code object} becomes unreachable.
     *
     * @return the handle to invoke when the object is closed explicitly
     */
    Cleaner.Cleanable closeWith(Object object) {
        return CLEANER.register(object, new Forgotten(this));
    }

    /** Runs when the object is closed or becomes unreachable. */
    private static final class Forgotten implements Runnable {

        private static final AtomicBoolean TOLD = new AtomicBoolean();

        private final Owner owner;

        Forgotten(Owner owner) {
            this.owner = owner;
        }

        @Override
        public void run() {
            if (owner.close() && TOLD.compareAndSet(false, true)) {
                LOGGER.log(
                        System.Logger.Level.WARNING,
                        "BPF object '" + owner.name + "' was not closed, and was unloaded because nothing uses it any"
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

    /** Closes the resources when the last call returns; false if it is already closed. */
    boolean close() {
        long before = state.getAndUpdate(now -> now | CLOSED);
        if (before == 0) {
            open.close();
        }
        return before < CLOSED;
    }
}
