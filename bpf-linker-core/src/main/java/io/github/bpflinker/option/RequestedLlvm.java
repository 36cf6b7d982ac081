package io.github.bpflinker.option;

import java.nio.file.Path;
import java.util.Locale;

/** Which libLLVM a user asks for. */
public sealed interface RequestedLlvm {

    /** The first of embedded, rustc's and the system's that can read every input. */
    RequestedLlvm AUTO = Known.AUTO;

    /** What it is called on the command line. */
    String optionName();

    /** {@code auto}, {@code embedded}, {@code rustc}, {@code system}; anything else is the path of a libLLVM. */
    static RequestedLlvm parse(String text) {
        for (Known known : Known.values()) {
            if (known.optionName().equals(text)) {
                return known;
            }
        }
        return new AtPath(Path.of(text));
    }

    /** A choice that has a name. */
    enum Known implements RequestedLlvm {
        AUTO,
        /** The one out of bytedeco's {@code llvm} jar. */
        EMBEDDED,
        /** The one that an installed rustc uses. */
        RUSTC,
        /** One that the system has installed. */
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
