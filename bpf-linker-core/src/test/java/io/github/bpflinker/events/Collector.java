package io.github.bpflinker.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;

/** A subscriber that keeps what it gets and asks for nothing by itself. */
final class Collector implements Flow.Subscriber<Long> {

    private final List<Long> received = new ArrayList<>();
    private final AtomicReference<Flow.Subscription> subscription = new AtomicReference<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription.set(given);
    }

    @Override
    public synchronized void onNext(Long number) {
        received.add(number);
        notifyAll();
    }

    @Override
    public synchronized void onError(Throwable throwable) {
        failure.set(throwable);
        notifyAll();
    }

    @Override
    public void onComplete() {
        throw new AssertionError("it never ends by itself");
    }

    Flow.Subscription subscription() {
        return Objects.requireNonNull(subscription.get());
    }

    synchronized List<Long> received() {
        return List.copyOf(received);
    }

    /** Waits for so many. */
    synchronized void await(int count) throws InterruptedException {
        long end = System.nanoTime() + 60_000_000_000L;
        while (received.size() < count && failure.get() == null && System.nanoTime() < end) {
            wait(1000);
        }
        if (failure.get() != null) {
            throw new AssertionError(failure.get());
        }
    }
}
