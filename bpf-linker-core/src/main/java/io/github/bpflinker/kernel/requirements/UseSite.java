package io.github.bpflinker.kernel.requirements;

import io.github.bpflinker.diagnostic.SourceLocation;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The place in an object where a feature is used.
 *
 * @param name the function, map, or type
 * @param section the ELF section
 * @param offset in bytes from the start of the section; empty for the function, map or type as a whole
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
