package io.github.bpflinker.load;

import io.github.bpflinker.load.syscall.Errno;
import io.github.bpflinker.text.Printable;

/** The sentences for {@link LoadProblem}. */
final class LoadText {

    private LoadText() {}

    static String programRefused(LoadProblem.ProgramRefused problem) {
        return problem.location().map(at -> at + ": ").orElse("") + "the kernel refuses program '"
                + Printable.line(problem.program()) + "': " + complaint(problem) + after(problem.hint());
    }

    /** Some complaints of the verifier are sentences with a full stop, which no hint can follow. */
    private static String complaint(LoadProblem.ProgramRefused problem) {
        String complaint = Printable.line(problem.complaint());
        boolean stops = complaint.endsWith(".") && !problem.hint().isEmpty();
        return stops ? complaint.substring(0, complaint.length() - 1) : complaint;
    }

    static String callRefused(LoadProblem.CallRefused problem) {
        return Printable.line(problem.subject()) + ": " + Errno.describe(problem.errno()) + " from " + problem.call()
                + (problem.reason().isEmpty() ? "" : ": " + Printable.line(problem.reason()))
                + after(problem.remedy());
    }

    static String pinnedMapDiffers(LoadProblem.PinnedMapDiffers problem) {
        return "map '" + Printable.line(problem.map()) + "' is pinned at "
                + Printable.line(problem.pin().toString())
                + " with " + problem.field() + " " + problem.pinned() + ", and the object asks for " + problem.wanted()
                + "; remove that pin if nothing uses it any more, or change the definition";
    }

    static String mapFull(LoadProblem.MapFull problem) {
        return Printable.line(problem.subject()) + " is full: it holds max_entries, " + problem.maxEntries()
                + ", and no more (" + Errno.name(problem.errno())
                + "); delete entries, or load it with a larger max_entries";
    }

    static String tookTooLong(LoadProblem.TookTooLong problem) {
        return "verification of program '" + Printable.line(problem.program()) + "' did not finish within "
                + problem.seconds()
                + " s: it follows every iteration of a loop; reduce the number of iterations, or use"
                + " bpf_loop (Linux 5.17), whose body is verified once";
    }

    private static String after(String clause) {
        return clause.isEmpty() ? "" : "; " + clause;
    }
}
