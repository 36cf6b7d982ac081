package io.github.bpflinker.maven.verify;

import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.json.JsonValue.JsonObject;
import io.github.bpflinker.kernel.verifier.ProgramVerdict;
import io.github.bpflinker.kernel.verifier.Verification;
import io.github.bpflinker.kernel.verifier.VerifierError;
import io.github.bpflinker.maven.project.ProjectObjects.Linked;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the verifier said, as JSON for programs. Members are only ever added to this format. */
final class VerifyJson {

    private VerifyJson() {}

    /**
     * What is known of an object.
     *
     * @param object it
     * @param verification what the kernel said; empty if it could not be asked
     * @param skipped why it could not be asked
     */
    record Entry(Linked object, Optional<Verification> verification, Optional<String> skipped) {}

    static String of(List<Entry> entries) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("kernel", JsonValue.of(System.getProperty("os.version", "")));
        members.put(
                "objects", JsonValue.of(entries.stream().map(VerifyJson::entry).toList()));
        return new JsonObject(members) + "\n";
    }

    private static JsonValue entry(Entry entry) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("object", JsonValue.of(entry.object().label()));
        members.put("file", JsonValue.of(entry.object().file().toString()));
        members.put("verdict", JsonValue.of(verdict(entry)));
        entry.skipped().ifPresent(reason -> members.put("reason", JsonValue.of(reason)));
        entry.verification().ifPresent(verification -> {
            verification.loaderReason().ifPresent(reason -> members.put("reason", JsonValue.of(reason)));
            members.put(
                    "programs",
                    JsonValue.of(verification.programs().stream()
                            .map(VerifyJson::program)
                            .toList()));
        });
        return new JsonObject(members);
    }

    private static String verdict(Entry entry) {
        return entry.verification()
                .map(verification -> verification.isAccepted() ? "accepted" : "refused")
                .orElse("skipped");
    }

    private static JsonValue program(ProgramVerdict program) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("name", JsonValue.of(program.program()));
        members.put(
                "verdict",
                JsonValue.of(program.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-')));
        if (program.optional()) {
            members.put("optional", JsonValue.of(true));
        }
        members.put("instructions", JsonValue.of(program.instructions()));
        program.statistics().processed().ifPresent(count -> members.put("verifiedInstructions", JsonValue.of(count)));
        List<Long> depths = program.statistics().stackDepths();
        if (!depths.isEmpty()) {
            members.put(
                    "stackDepths",
                    JsonValue.of(depths.stream().map(JsonValue::of).toList()));
        }
        program.complaint().ifPresent(complaint -> addComplaint(complaint, members));
        return new JsonObject(members);
    }

    private static void addComplaint(VerifierError complaint, Map<String, JsonValue> members) {
        members.put("message", JsonValue.of(complaint.message()));
        complaint.location().ifPresent(at -> {
            members.put("source", JsonValue.of(at.file()));
            members.put("line", JsonValue.of(at.line()));
        });
        members.put(
                "log",
                JsonValue.of(complaint.lines().stream().map(JsonValue::of).toList()));
    }
}
