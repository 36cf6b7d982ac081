package io.github.bpflinker.report;

import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.json.JsonValue.JsonObject;
import io.github.bpflinker.kernel.verifier.VerifierError;
import io.github.bpflinker.kernel.verifier.VerifierStatistics;
import io.github.bpflinker.load.verify.ProgramVerdict;
import io.github.bpflinker.load.verify.Verification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The result of verifying an object with the running kernel, as JSON. The format is extended only by new members. */
public final class VerdictJson {

    private VerdictJson() {}

    /** Adds the members {@code reason} and {@code programs} to those of an object. */
    public static void addTo(Map<String, JsonValue> members, Verification verification) {
        verification.loaderReason().ifPresent(reason -> members.put("reason", JsonValue.of(reason)));
        members.put(
                "programs",
                JsonValue.of(verification.programs().stream()
                        .map(VerdictJson::program)
                        .toList()));
    }

    private static JsonValue program(ProgramVerdict program) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("name", JsonValue.of(program.program()));
        members.put("section", JsonValue.of(program.section()));
        program.type().ifPresent(type -> members.put("type", JsonValue.of(type)));
        members.put(
                "verdict",
                JsonValue.of(program.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-')));
        if (program.optional()) {
            members.put("optional", JsonValue.of(true));
        }
        members.put("instructions", JsonValue.of(program.instructions()));
        VerifierStatistics statistics = program.statistics();
        statistics.processed().ifPresent(count -> members.put("verifiedInstructions", JsonValue.of(count)));
        statistics.states().ifPresent(count -> members.put("states", JsonValue.of(count)));
        List<Long> depths = statistics.stackDepths();
        if (!depths.isEmpty()) {
            members.put(
                    "stackDepths",
                    JsonValue.of(depths.stream().map(JsonValue::of).toList()));
        }
        statistics.microseconds().ifPresent(time -> members.put("microseconds", JsonValue.of(time)));
        program.jitedBytes().ifPresent(size -> members.put("jitedBytes", JsonValue.of(size)));
        program.complaint().ifPresent(complaint -> addComplaint(complaint, members));
        return new JsonObject(members);
    }

    private static void addComplaint(VerifierError complaint, Map<String, JsonValue> members) {
        members.put("message", JsonValue.of(complaint.message()));
        complaint.location().ifPresent(at -> SourceMembers.add(at, members));
        members.put(
                "log",
                JsonValue.of(complaint.lines().stream().map(JsonValue::of).toList()));
    }
}
