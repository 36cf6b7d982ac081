package io.github.bpflinker.typed.program;

import io.github.bpflinker.attach.BpfLink;
import io.github.bpflinker.load.LoadedObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The links that an object closes with itself, so that what is attached needs nobody else who holds it. Thread-safe. */
public final class ObjectLinks implements AutoCloseable {

    private final LoadedObject object;
    private final List<BpfLink> open = new ArrayList<>();
    private boolean closed;

    /** Creates an instance without links. */
    public ObjectLinks(LoadedObject object) {
        this.object = object;
    }

    /** The object. */
    public LoadedObject object() {
        return object;
    }

    /**
     * Adds a link and returns it. It can also be closed by itself.
     *
     * @throws IllegalStateException if the object is closed; the link is closed then, too
     */
    public BpfLink own(BpfLink link) {
        synchronized (this) {
            if (!closed) {
                open.removeIf(BpfLink::isClosed);
                open.add(link);
                return link;
            }
        }
        link.close();
        throw new IllegalStateException(object + " is closed");
    }

    /** Closes all links, the last first. Has no effect if they are already closed. */
    @Override
    public void close() {
        List<BpfLink> last;
        synchronized (this) {
            closed = true;
            last = new ArrayList<>(open);
            open.clear();
        }
        Collections.reverse(last);
        last.forEach(BpfLink::close);
    }
}
