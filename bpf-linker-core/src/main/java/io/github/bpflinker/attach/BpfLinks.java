package io.github.bpflinker.attach;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;

/** Several links that are closed together, the last first. Thread-safe. */
public final class BpfLinks implements AutoCloseable {

    private final List<BpfLink> links;

    BpfLinks(List<BpfLink> links) {
        this.links = List.copyOf(links);
    }

    /** In the order in which they were made. */
    public List<BpfLink> list() {
        return links;
    }

    /**
     * That of a program.
     *
     * @throws NoSuchElementException if there is none
     */
    public BpfLink of(String program) {
        return links.stream()
                .filter(link -> link.program().equals(program))
                .findFirst()
                .orElseThrow(
                        () -> new NoSuchElementException("no link of program '" + program + "'; there are those of "
                                + links.stream().map(BpfLink::program).toList()));
    }

    @Override
    public void close() {
        List<BpfLink> last = new ArrayList<>(links);
        Collections.reverse(last);
        last.forEach(BpfLink::close);
    }

    @Override
    public String toString() {
        return links.toString();
    }
}
