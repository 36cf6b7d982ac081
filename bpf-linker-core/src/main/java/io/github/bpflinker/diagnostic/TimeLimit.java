package io.github.bpflinker.diagnostic;

import java.time.Duration;

/**
 * How long an operation was allowed to take.
 *
 * @param limit wall time
 */
public record TimeLimit(Duration limit) implements Payload {
    @Override
    public Kind kind() {
        return Kind.TIME_LIMIT;
    }
}
