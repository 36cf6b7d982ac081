package io.github.bpflinker.diagnostic;

import java.time.Duration;

/**
 * The time limit of an operation.
 *
 * @param limit wall time
 */
public record TimeLimit(Duration limit) implements Payload {
    @Override
    public Kind kind() {
        return Kind.TIME_LIMIT;
    }
}
