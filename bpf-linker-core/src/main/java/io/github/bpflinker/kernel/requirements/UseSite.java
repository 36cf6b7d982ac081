package io.github.bpflinker.kernel.requirements;

import io.github.bpflinker.diagnostic.SourceLocation;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Where in an object something is used.
 *
 * @param name the function, map, or type
 * @param section the ELF section
 * @param offset in bytes from the start of the section; empty if it is about all of what {@code name} says
 * @param location the source line, if the object has line information
 */
public record UseSite(
        String name,
        String section,
        OptionalLong offset,
        @Nullable SourceLocation location) {

    static UseSite of(String name, String section) {
        return new UseSite(name, section, OptionalLong.empty(), null);
    }
}
