package io.github.bpflinker.events;

import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets one thread at a time access the memory of a source, and any thread close it, including the one that accesses it: a
 * handler closes the source that calls it. The resources are released when the last access ends.
 */
final class ConsumerLock {

    private final String closedMessage;
    private final Runnable release;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean closed;
    private boolean released;

    /**
     * Creates the lock of an open source.
     *
     * @param closedMessage the message of the exception for accesses after closing
     * @param release releases the resources; called once, with the lock held
     */
    ConsumerLock(String closedMessage, Runnable release) {
        this.closedMessage = closedMessage;
        this.release = release;
    }

    /** Whether the source is closed; an access that is in progress ends soon. */
    boolean isClosed() {
        return closed;
    }

    /**
     * Begins an access, which {@link #exit} ends.
     *
     * @throws IllegalStateException if the source is closed
     */
    void enter() {
        lock.lock();
        if (closed) {
            exit();
            throw new IllegalStateException(closedMessage);
        }
    }

    /** Ends an access, and releases the resources if it is the last one of a closed source. */
    void exit() {
        try {
            if (closed && !released && lock.getHoldCount() == 1) {
                released = true;
                release.run();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Closes the source. Waits for an access of another thread; has no effect if it is already closed. */
    void close() {
        closed = true;
        lock.lock();
        exit();
    }
}
