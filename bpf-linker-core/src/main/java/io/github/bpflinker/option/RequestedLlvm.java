package io.github.bpflinker.option;

import java.nio.file.Path;
import java.util.Locale;

/** The libLLVM that the user requested. */
public sealed interface RequestedLlvm {

    /** The first of embedded, rustc's and the system's that can read every input. */
    RequestedLlvm AUTO = Known.AUTO;

    /** Its name on the command line. */
    String optionName();

    /**
     * Parses {@code auto}, {@code embedded}, {@code rustc} or {@code system}; any other text is the path of a libLLVM.
     */
    static RequestedLlvm parse(String text) {
        for (Known known : Known.values()) {
            if (known.optionName().equals(text)) {
                return known;
            }
        }
        return new AtPath(Path.of(text));
    }

    /** The predefined choices. */
    enum Known implements RequestedLlvm {
        AUTO,
        /** The libLLVM in bytedeco's {@code llvm} jar. */
        EMBEDDED,
        /** The libLLVM that an installed rustc uses. */
        RUSTC,
        /** A libLLVM that is installed on the system. */
        SYSTEM;

        @Override
        public String optionName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The library file itself, or a folder that holds one. */
    record AtPath(Path path) implements RequestedLlvm {
        @Override
        public String optionName() {
            return path.toString();
        }
    }
}
