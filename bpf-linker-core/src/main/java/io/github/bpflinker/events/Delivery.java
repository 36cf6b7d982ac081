package io.github.bpflinker.events;

import java.time.Duration;
import java.util.concurrent.Flow;
import java.util.function.Function;

/** Delivers the records of a buffer to one subscriber, at most as many as it requested. */
final class Delivery<T> implements Flow.Subscription, Runnable {

    private static final Duration LONG = Duration.ofSeconds(1);

    private final EventSource source;
    private final Function<Event, T> decode;
    private final Flow.Subscriber<? super T> subscriber;
    private final Object monitor = new Object();
    private long wanted;
    private boolean invalid;
    private volatile boolean cancelled;

    Delivery(EventSource source, Function<Event, T> decode, Flow.Subscriber<? super T> subscriber) {
        this.source = source;
        this.decode = decode;
        this.subscriber = subscriber;
    }

    @Override
    public void request(long count) {
        synchronized (monitor) {
            invalid |= count <= 0;
            wanted = wanted + count < 0 ? Long.MAX_VALUE : wanted + Math.max(0, count);
            monitor.notifyAll();
        }
    }

    @Override
    public void cancel() {
        cancelled = true;
        synchronized (monitor) {
            monitor.notifyAll();
        }
    }

    @Override
    public void run() {
        try (EventLoop loop = new EventLoop()) {
            loop.watch(source);
            while (awaitDemand()) {
                int most = (int) Math.min(Integer.MAX_VALUE, demand());
                if (source.consume(this::deliver, most) == 0) {
                    loop.await(LONG);
                }
            }
            if (invalid && !cancelled) {
                subscriber.onError(
                        new IllegalArgumentException("a subscriber must ask for more than 0 (Flow, rule 3.9)"));
            }
        } catch (RuntimeException | Error e) {
            if (!cancelled) {
                subscriber.onError(e);
            }
        } finally {
            source.close();
        }
    }

    private long demand() {
        synchronized (monitor) {
            return wanted;
        }
    }

    /** Waits for a request; false if the subscription has ended. */
    private boolean awaitDemand() {
        synchronized (monitor) {
            while (wanted == 0 && !cancelled && !invalid) {
                try {
                    monitor.wait();
                } catch (InterruptedException e) {
                    cancelled = true;
                }
            }
            return !cancelled && !invalid;
        }
    }

    private void deliver(Event event) {
        if (cancelled) {
            return;
        }
        synchronized (monitor) {
            wanted -= wanted == Long.MAX_VALUE ? 0 : 1;
        }
        subscriber.onNext(decode.apply(event));
    }
}
