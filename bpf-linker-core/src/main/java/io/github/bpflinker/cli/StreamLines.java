package io.github.bpflinker.cli;

import io.github.bpflinker.events.ProgramStream;
import io.github.bpflinker.load.LoadException;
import io.github.bpflinker.load.LoadedObject;
import io.github.bpflinker.load.LoadedProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Lines that programs write to their streams; nothing on kernels that have none. */
final class StreamLines {

    private final List<Source> sources;
    private final Consumer<Line> sink;

    private StreamLines(List<Source> sources, Consumer<Line> sink) {
        this.sources = sources;
        this.sink = sink;
    }

    /**
     * A line without its end.
     *
     * @param isError whether it is of the stream for errors
     */
    record Line(String program, boolean isError, String text) {}

    /** A stream, and the line of it that has no end yet. */
    private static final class Source {

        private final String program;
        private final boolean isError;
        private final ProgramStream stream;
        private String rest = "";

        Source(LoadedProgram program, ProgramStream.Kind kind) {
            this.program = program.name();
            this.isError = kind == ProgramStream.Kind.ERRORS;
            this.stream = ProgramStream.of(program, kind);
        }

        void read(Consumer<Line> sink) {
            rest += stream.read();
            for (int end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
                sink.accept(new Line(program, isError, rest.substring(0, end)));
                rest = rest.substring(end + 1);
            }
        }
    }

    /** Those of all programs of an object. */
    static StreamLines of(LoadedObject object, Consumer<Line> sink) {
        List<Source> sources = new ArrayList<>();
        for (LoadedProgram program : object.programs()) {
            for (ProgramStream.Kind kind : ProgramStream.Kind.values()) {
                sources.add(new Source(program, kind));
            }
        }
        StreamLines lines = new StreamLines(sources, sink);
        try {
            lines.read();
            return lines;
        } catch (LoadException e) {
            // Before Linux 6.17.
            return new StreamLines(List.of(), sink);
        }
    }

    /** Hands out the lines that were written since the last time. */
    void read() {
        sources.forEach(source -> source.read(sink));
    }
}
