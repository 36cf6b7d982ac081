package io.github.bpflinker.link.marker;

import java.io.Serial;
import java.util.List;

/** A marker that can't be defined. The message is the reason, without the name of the marker. */
final class MarkerException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient List<String> nearest;

    MarkerException(String reason) {
        this(reason, List.of());
    }

    /** @param nearest existing names that are similar to the unknown one, the best first */
    MarkerException(String reason, List<String> nearest) {
        super(reason);
        this.nearest = nearest;
    }

    /** Existing names that are similar to the unknown one. */
    List<String> nearest() {
        return nearest;
    }

    /** The reason. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
