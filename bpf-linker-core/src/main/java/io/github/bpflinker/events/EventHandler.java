package io.github.bpflinker.events;

/** A handler of records. */
@FunctionalInterface
public interface EventHandler {

    /**
     * Handles a record. An exception ends the delivery and is passed to its caller; the record is considered consumed.
     *
     * @param event the record; valid only in this call
     */
    void accept(Event event);
}
