package io.github.bpflinker.maven.doctor;

import java.util.Optional;

/**
 * The result of a check.
 *
 * @param area the area that needs the checked component
 * @param name the component
 * @param status the result
 * @param version the version of the component, if it has one
 * @param path the path of the component, if it is a file
 * @param text further information; can be empty
 * @param remedy the command or change that fixes the problem; empty if there is none
 */
public record Check(
        Area area,
        String name,
        Status status,
        Optional<String> version,
        Optional<String> path,
        String text,
        Optional<String> remedy) {

    /** The areas of checks. */
    public enum Area {
        JAVA("Java"),
        LLVM("LLVM"),
        C("C"),
        RUST("Rust"),
        KERNEL("Kernel");

        private final String title;

        Area(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** The results of checks. */
    public enum Status {
        OK,
        /** Information without a required action. */
        NOTE,
        /** Missing, but not needed by the project. */
        MISSING,
        /** Missing, and needed by the project. */
        NEEDED
    }

    static Check found(Area area, String name, String version, String path, String text) {
        return new Check(area, name, Status.OK, text(version), text(path), text, Optional.empty());
    }

    static Check note(Area area, String name, String path, String text, String remedy) {
        return new Check(area, name, Status.NOTE, Optional.empty(), text(path), text, text(remedy));
    }

    static Check missing(Area area, String name, boolean needed, String text, String remedy) {
        Status status = needed ? Status.NEEDED : Status.MISSING;
        return new Check(area, name, status, Optional.empty(), Optional.empty(), text, text(remedy));
    }

    private static Optional<String> text(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
