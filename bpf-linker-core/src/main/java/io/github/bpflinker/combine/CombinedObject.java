package io.github.bpflinker.combine;

import io.github.bpflinker.diagnostic.SourceLocation;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * The result of combining objects.
 *
 * @param content the object
 * @param definitions what it defines, without section symbols
 * @param undefined what it refers to and neither an input nor a loader defines
 */
public record CombinedObject(ByteBuffer content, List<Definition> definitions, List<Reference> undefined) {

    public CombinedObject {
        content = content.asReadOnlyBuffer();
        definitions = List.copyOf(definitions);
        undefined = List.copyOf(undefined);
    }

    @Override
    public ByteBuffer content() {
        return content.duplicate();
    }

    /**
     * A function or variable of the result.
     *
     * @param input the object that it comes from
     * @param section its section
     * @param function whether it is a function
     * @param global whether other objects can refer to it
     * @param location where the source defines a function, if that is known
     */
    public record Definition(
            String name,
            String input,
            String section,
            boolean function,
            boolean global,
            Optional<SourceLocation> location) {}

    /**
     * The first use of an undefined symbol.
     *
     * @param weak whether it may stay undefined
     * @param input the object that uses it
     * @param function the function that uses it, if it is one
     * @param location the line, if it is known
     */
    public record Reference(
            String symbol, boolean weak, String input, Optional<String> function, Optional<SourceLocation> location) {}
}
