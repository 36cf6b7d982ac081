package io.github.bpflinker.link;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reports the current phase of a link and measures the time of each. */
final class PhaseClock {

    private final Consumer<String> listener;
    private final List<LinkResult.PhaseTime> ended = new ArrayList<>();
    private String current = "";
    private long startedAt;

    PhaseClock(Consumer<String> listener) {
        this.listener = listener;
    }

    /** Ends the current phase and starts another. */
    void begin(String phase) {
        end();
        listener.accept(phase);
        current = phase;
        startedAt = System.nanoTime();
    }

    /** Ends the last phase and returns the times of all phases. */
    List<LinkResult.PhaseTime> end() {
        if (!current.isEmpty()) {
            ended.add(new LinkResult.PhaseTime(current, Duration.ofNanos(System.nanoTime() - startedAt)));
            current = "";
        }
        return List.copyOf(ended);
    }
}
