package io.github.bpflinker.report;

import io.github.bpflinker.diagnostic.Remedy;
import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.json.JsonValue.JsonObject;
import io.github.bpflinker.kernel.requirements.KernelRequirement;
import io.github.bpflinker.kernel.requirements.Requirements;
import io.github.bpflinker.kernel.requirements.UseSite;
import io.github.bpflinker.kernel.table.Feature;
import io.github.bpflinker.version.KernelVersion;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The requirements of an object as JSON. The format is extended only by new members. */
public final class RequirementsJson {

    private RequirementsJson() {}

    public static JsonValue of(Requirements requirements) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("file", JsonValue.of(requirements.object()));
        members.put("oldestKernel", version(requirements.oldest()));
        members.put("before", version(requirements.newest()));
        members.put(
                "becauseOf",
                JsonValue.of(requirements.decisive().stream()
                        .map(requirement -> requirement.feature().name())
                        .distinct()
                        .map(JsonValue::of)
                        .toList()));
        members.put(
                "features",
                JsonValue.of(requirements.all().stream()
                        .map(RequirementsJson::requirement)
                        .toList()));
        return new JsonObject(members);
    }

    private static JsonValue version(Optional<KernelVersion> version) {
        return version.map(v -> JsonValue.of(v.toString())).orElse(new JsonValue.Null());
    }

    private static JsonValue requirement(KernelRequirement requirement) {
        Feature feature = requirement.feature();
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("name", JsonValue.of(feature.name()));
        members.put("kind", JsonValue.of(feature.kind().id()));
        members.put("since", version(feature.since()));
        members.put("until", version(feature.until()));
        members.put(
                "releases", JsonValue.of(feature.isKnown() ? feature.releases().toString() : "unknown"));
        members.put("neededBy", JsonValue.of(needId(requirement)));
        addPlace(requirement.place(), members);
        members.put(
                "remedies",
                JsonValue.of(feature.remedies().stream()
                        .map(Remedy::id)
                        .map(JsonValue::of)
                        .toList()));
        return new JsonObject(members);
    }

    private static String needId(KernelRequirement requirement) {
        return requirement.need().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void addPlace(UseSite place, Map<String, JsonValue> members) {
        members.put("in", JsonValue.of(place.name()));
        members.put("section", JsonValue.of(place.section()));
        place.offset().ifPresent(offset -> members.put("offset", JsonValue.of(offset)));
        SourceLocation location = place.location();
        if (location != null) {
            SourceMembers.add(location, members);
        }
    }
}
