package io.github.bpflinker.maven.doctor;

import java.util.Optional;

/**
 * Something that was looked for.
 *
 * @param area what it is for
 * @param name what it is
 * @param status whether it is there
 * @param version its version, if it has one
 * @param path where it is, if it is a file
 * @param text what there is to say about it; may be empty
 * @param remedy the command or the change that helps; empty if nothing is to be done
 */
public record Check(
        Area area,
        String name,
        Status status,
        Optional<String> version,
        Optional<String> path,
        String text,
        Optional<String> remedy) {

    /** What things are for. */
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

    /** What was found out. */
    public enum Status {
        OK,
        /** Something to know, to be changed or not. */
        NOTE,
        /** Not there, and the project does without. */
        MISSING,
        /** Not there, and the project needs it. */
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
