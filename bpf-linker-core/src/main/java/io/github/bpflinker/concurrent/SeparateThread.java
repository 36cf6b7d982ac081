package io.github.bpflinker.concurrent;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Runs work on a daemon thread of its own and waits for it. */
public final class SeparateThread {

    private SeparateThread() {}

    /**
     * Runs work to its end, also if the caller is interrupted meanwhile; its interrupt status is set afterwards.
     *
     * @param name the name of the thread
     * @param stackBytes the size of its stack; 0 for the default of the JVM
     * @return the result of the work
     * @throws RuntimeException or an error: that of the work; {@link IllegalStateException} with the cause for a checked
     *     exception
     */
    public static <T> T call(String name, long stackBytes, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(null, task, name, stackBytes);
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw unwrapped(e);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException unwrapped(ExecutionException e) {
        if (e.getCause() instanceof RuntimeException exception) {
            return exception;
        }
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(e.getCause());
    }
}
