package io.github.bpflinker.maven.rust;

import io.github.bpflinker.json.JsonException;
import io.github.bpflinker.json.JsonValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects the build outputs from cargo's JSON messages. */
final class CargoMessages {

    private final List<Artifact> artifacts = new ArrayList<>();

    /** The kinds of outputs. */
    enum Kind {
        BINARY("bin"),
        STATIC_LIBRARY("staticlib");

        private final String name;

        Kind(String name) {
            this.name = name;
        }
    }

    /**
     * An output.
     *
     * @param kind its kind
     * @param name the name of the target in Cargo.toml
     * @param manifest the Cargo.toml
     * @param file the output
     */
    record Artifact(Kind kind, String name, Path manifest, Path file) {}

    /** Processes a line of output. Lines other than messages are ignored. */
    void accept(String line) {
        if (!line.startsWith("{")) {
            return;
        }
        try {
            JsonValue message = JsonValue.parse(line);
            if (text(message, "reason").equals(Optional.of("compiler-artifact"))) {
                for (Kind kind : Kind.values()) {
                    artifact(message, kind).ifPresent(artifacts::add);
                }
            }
        } catch (JsonException e) {
            return;
        }
    }

    private static Optional<Artifact> artifact(JsonValue message, Kind kind) {
        Optional<JsonValue> target = message.member("target");
        boolean isKind = strings(target.flatMap(t -> t.member("kind"))).contains(kind.name);
        Optional<String> name = target.flatMap(t -> text(t, "name"));
        Optional<String> manifest = text(message, "manifest_path");
        Optional<String> file = strings(message.member("filenames")).stream()
                .filter(each -> kind == Kind.BINARY || each.endsWith(".a") || each.endsWith(".lib"))
                .findFirst();
        return isKind && name.isPresent() && manifest.isPresent() && file.isPresent()
                ? Optional.of(new Artifact(kind, name.get(), Path.of(manifest.get()), Path.of(file.get())))
                : Optional.empty();
    }

    private static Optional<String> text(JsonValue value, String member) {
        return value.member(member).flatMap(JsonValue::asText);
    }

    private static List<String> strings(Optional<JsonValue> array) {
        List<String> texts = new ArrayList<>();
        array.flatMap(JsonValue::asList).orElse(List.of()).forEach(each -> each.asText()
                .ifPresent(texts::add));
        return texts;
    }

    /**
     * The outputs of a crate: its binaries or, if it has none, its static library. For a workspace, those of its
     * packages.
     */
    List<Artifact> outputs(Path crate) {
        Path manifest = crate.resolve("Cargo.toml");
        List<Artifact> own = artifacts.stream()
                .filter(each -> each.manifest().equals(manifest))
                .toList();
        List<Artifact> candidates = own.isEmpty()
                ? artifacts.stream()
                        .filter(each -> each.manifest().startsWith(crate))
                        .toList()
                : own;
        for (Kind kind : Kind.values()) {
            List<Artifact> some =
                    candidates.stream().filter(each -> each.kind() == kind).toList();
            if (!some.isEmpty()) {
                return some;
            }
        }
        return List.of();
    }
}
