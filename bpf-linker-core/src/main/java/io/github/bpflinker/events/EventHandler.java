package io.github.bpflinker.events;

/** What is done with each record of a buffer. */
@FunctionalInterface
public interface EventHandler {

    /**
     * Takes a record. What it throws ends the call that delivers records, and reaches its caller; the record counts as taken.
     *
     * @param event the record; valid only in this call
     */
    void accept(Event event);
}
