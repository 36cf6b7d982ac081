package io.github.bpflinker.maven.operation;

import io.github.bpflinker.kernel.verifier.Complaint;
import io.github.bpflinker.kernel.verifier.ProgramVerdict;
import java.util.List;
import java.util.stream.Collectors;

/** What the verifier counted and complained about, in half a line. */
final class VerifyText {

    private VerifyText() {}

    static String statistics(ProgramVerdict program) {
        StringBuilder text = new StringBuilder(program.instructions() + " instructions");
        program.statistics()
                .processed()
                .ifPresent(count -> text.append(", ").append(count).append(" verified"));
        List<Long> depths = program.statistics().stackDepths();
        if (!depths.isEmpty()) {
            text.append(", stack ")
                    .append(depths.stream().map(String::valueOf).collect(Collectors.joining("+")))
                    .append(" bytes");
        }
        return text.toString();
    }

    static String place(Complaint complaint) {
        return complaint.message()
                + complaint.location().map(at -> " (" + at + ")").orElse("");
    }
}
