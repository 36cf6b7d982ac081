package io.github.bpflinker.typed;

import io.github.bpflinker.attach.Attach;
import io.github.bpflinker.attach.BpfLinks;
import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.load.LoadException;
import io.github.bpflinker.load.LoadedObject;
import io.github.bpflinker.typed.program.ObjectLinks;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A loaded object, the base of a generated class. Closing it closes its programs and maps, and the links and events that were
 * made through it. Thread-safe.
 */
public abstract class TypedObject implements AutoCloseable {

    private final OpenedObject.Loaded loaded;
    private final ObjectLinks links;
    private final Lazy<Btf> types;
    private final List<Lazy<? extends AutoCloseable>> owned = new ArrayList<>();

    /**
     * Loads an object.
     *
     * @throws LoadException if the kernel takes no variant of it
     */
    protected TypedObject(OpenedObject opened) {
        loaded = opened.load();
        links = new ObjectLinks(loaded.object());
        types = new Lazy<>(() -> loaded.object().types().orElseThrow());
    }

    /** The object without types. */
    public final LoadedObject object() {
        return loaded.object();
    }

    /** The resource that was loaded: which of several variants the kernel took. */
    public final String resource() {
        return loaded.resource();
    }

    /**
     * Attaches all programs whose sections say where to, and struct_ops maps; or none of them. The links are closed with the
     * object, or before by themselves.
     */
    public final BpfLinks attachAll() {
        BpfLinks all = Attach.all(object());
        all.list().forEach(links::own);
        return all;
    }

    /** What closes the links of programs with the object. */
    protected final ObjectLinks links() {
        return links;
    }

    /** Something that is made when it is first used. */
    protected final <T> Lazy<T> lazy(Supplier<T> supplier) {
        return new Lazy<>(supplier);
    }

    /** Something that is made when it is first used, and closed with the object. */
    protected final <T extends AutoCloseable> Lazy<T> owned(Supplier<T> supplier) {
        Lazy<T> lazy = new Lazy<>(supplier);
        owned.add(lazy);
        return lazy;
    }

    /** A section of global variables. */
    protected final SectionData section(String name) {
        return SectionData.of(object(), types.get(), name);
    }

    /** Closes it. Has no effect if it is already closed. */
    @Override
    public final void close() {
        links.close();
        for (Lazy<? extends AutoCloseable> each : owned) {
            AutoCloseable made = each.peek();
            if (made != null) {
                close(made);
            }
        }
        loaded.object().close();
    }

    private static void close(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public final String toString() {
        return loaded.object() + " of " + loaded.resource();
    }
}
