package io.github.bpflinker.generate;

import io.github.bpflinker.elf.BpfObject;
import java.util.ArrayList;
import java.util.List;

/**
 * An object that classes are generated for.
 *
 * @param name of the object, from which its class gets its name: {@code packets} becomes {@code Packets}
 * @param variants the same programs linked in several ways, the preferred one first; classes are those of the first
 */
public record ObjectSource(String name, List<Variant> variants) {

    /**
     * A variant.
     *
     * @param resource where the application finds it, as {@link Class#getResourceAsStream} takes it: {@code
     *     /bpf/packets.bpf.o}
     * @param object its content
     */
    public record Variant(String resource, BpfObject object) {}

    public ObjectSource {
        variants = List.copyOf(variants);
        if (variants.isEmpty()) {
            throw new IllegalArgumentException("object '" + name + "' has no variant");
        }
    }

    /** An object with one variant. */
    public static ObjectSource of(String name, String resource, BpfObject object) {
        return new ObjectSource(name, List.of(new Variant(resource, object)));
    }

    /** The same object with another variant, which is tried after the others. */
    public ObjectSource withVariant(String resource, BpfObject object) {
        List<Variant> more = new ArrayList<>(variants);
        more.add(new Variant(resource, object));
        return new ObjectSource(name, more);
    }
}
