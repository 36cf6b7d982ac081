package io.github.bpflinker.typed;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is made when it is first asked for. Thread-safe.
 *
 * @param <T> the value
 */
public final class Lazy<T> {

    private final Supplier<T> supplier;
    private volatile @Nullable T value;

    /** @param supplier makes the value, once if it does not fail */
    public Lazy(Supplier<T> supplier) {
        this.supplier = supplier;
    }

    /** The value. */
    public T get() {
        T known = value;
        return known == null ? make() : known;
    }

    private synchronized T make() {
        T known = value;
        if (known == null) {
            known = supplier.get();
            value = known;
        }
        return known;
    }

    /** The value, if it was made. */
    @Nullable
    T peek() {
        return value;
    }
}
