package io.github.bpflinker.report;

import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.json.JsonValue;
import java.util.Map;

/** The members of JSON objects that name a line of a source. */
final class SourceMembers {

    private SourceMembers() {}

    static void add(SourceLocation location, Map<String, JsonValue> members) {
        members.put("source", JsonValue.of(location.file()));
        members.put("line", JsonValue.of(location.line()));
    }
}
