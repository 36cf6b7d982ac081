package io.github.bpflinker.generate;

import java.util.List;

/**
 * How classes are generated.
 *
 * @param packageName the package of all classes
 * @param visibility of the classes
 * @param types names of structs, unions, enumerations and typedefs that classes are generated for although no map or variable
 *     has them; {@code MAP=TYPE} also says what the ring buffer or perf event array MAP carries
 * @param nullMarked whether classes are annotated with {@code org.jspecify.annotations.NullMarked}, which must then be on the
 *     class path
 */
public record GenerateOptions(String packageName, Visibility visibility, List<String> types, boolean nullMarked) {

    public GenerateOptions {
        types = List.copyOf(types);
    }

    /** Public classes in a package. */
    public static GenerateOptions of(String packageName) {
        return new GenerateOptions(packageName, Visibility.PUBLIC, List.of(), false);
    }

    /** The same with another visibility. */
    public GenerateOptions withVisibility(Visibility changed) {
        return new GenerateOptions(packageName, changed, types, nullMarked);
    }

    /** The same with other types. */
    public GenerateOptions withTypes(List<String> changed) {
        return new GenerateOptions(packageName, visibility, changed, nullMarked);
    }

    /** The same with or without the annotation. */
    public GenerateOptions withNullMarked(boolean changed) {
        return new GenerateOptions(packageName, visibility, types, changed);
    }
}
