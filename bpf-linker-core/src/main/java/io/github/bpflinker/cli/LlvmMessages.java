package io.github.bpflinker.cli;

import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.version.LlvmVersion;

/** Sentences about LLVM: which one, its options, what it does. */
final class LlvmMessages {

    private static final String LIST = "bpf-linker llvm lists those that were found";

    private LlvmMessages() {}

    static String sentence(Problem problem, DiagnosticFields facts) {
        return switch (problem) {
            case LLVM_NOT_FOUND ->
                "no LLVM found" + asked(facts) + (facts.hasRelated() ? "; looked at " + facts.related("") : "")
                        + "; install one, for example with apt-get install libllvm22, or name one with --llvm PATH";
            case LLVM_TOO_OLD -> tooOld(facts);
            case LLVM_OLDER_PATCH ->
                facts.input() + " was written by " + facts.detail("a newer LLVM") + ", and the LLVM that reads it, "
                        + facts.related("the newest found") + ", is an older patch of it; if the link fails, update"
                        + " that LLVM or choose another with --llvm";
            case LLVM_UNUSABLE ->
                "the LLVM " + facts.input("that was asked for") + " can't be used" + facts.because() + "; " + LIST;
            case CACHE_UNUSABLE ->
                (facts.isError()
                                ? "there is no folder for what the linker keeps" + facts.because()
                                : "the cache is not in " + facts.input() + " but in "
                                        + facts.firstRelated("another folder") + facts.because())
                        + "; set BPF_LINKER_CACHE to a folder that only you can write to, on a mount that permits"
                        + " execution";
            case LLVM_ALREADY_LOADED ->
                "this process has already loaded " + facts.related("another LLVM or other LLVM options")
                        + ", and a process has only one (wanted: " + facts.detail("another")
                        + "); run this link in a process of its own";
            case LLVM_OPTION_UNKNOWN ->
                "this LLVM has no option " + facts.symbol("of that name")
                        + (facts.hasRelated() ? "; did you mean " + facts.related("") + "?" : "; correct --llvm-args,")
                        + " opt --help-list-hidden lists them all";
            case LLVM_OPTION_EXITS ->
                "the LLVM option " + facts.symbol("that was given")
                        + " prints and ends the process; remove it from --llvm-args and run it with opt or llc";
            case LLVM_OPTION_INVALID ->
                "LLVM rejects the option " + facts.symbol("that was given") + facts.because()
                        + "; correct it in --llvm-args";
            case CPU_UNKNOWN -> facts.symbol("this") + " is no BPF CPU; --cpu takes " + facts.related("v1 to v4");
            case CPU_FEATURE_UNKNOWN ->
                facts.symbol("this") + " is no CPU feature; --cpu-features takes " + facts.related("+alu32, +dwarfris")
                        + ", each with - instead of + to turn it off";
            case TARGET_UNKNOWN ->
                facts.symbol("this") + " is no BPF target; --target takes " + facts.related("bpf, bpfel or bpfeb");
            case LLVM_MESSAGE ->
                "LLVM says" + (facts.hasFunction() ? " about " + facts.function() : "") + ": "
                        + facts.detail("nothing more")
                        + (facts.isError() ? "; --fatal-errors=false writes the output nevertheless" : "");
            case MEMORY_EXCEEDED -> memory(facts);
            case LLVM_CRASHED -> crashed(facts);
            case LINKER_KILLED ->
                "the process of the link was ended by " + facts.detail("somebody else") + inPhase(facts)
                        + ", perhaps because the memory ran out; link again";
            case PROCESS_NOT_STARTED ->
                "no process or thread can be started for the link" + facts.because()
                        + "; see the limits of processes and memory with ulimit -a";
            case TIMED_OUT ->
                "the link took longer than " + facts.detail("its limit")
                        + "; raise the limit, or find the slow phase with --time";
            default -> throw new IllegalArgumentException(problem.name());
        };
    }

    private static String asked(DiagnosticFields facts) {
        String choice = facts.inputName("");
        return choice.isEmpty() ? "" : " for --llvm " + choice;
    }

    private static String tooOld(DiagnosticFields facts) {
        if (!facts.isError()) {
            return facts.input() + " was written by " + facts.detail("a newer LLVM")
                    + ", newer than the LLVM that was asked for"
                    + (facts.hasRelated() ? ", " + facts.related("") : "")
                    + "; if the link fails, leave the choice to --llvm auto or name a newer one";
        }
        String producer = facts.detail("an LLVM newer than any here");
        String found = facts.hasRelated() ? "only " + facts.related("") + " found" : "none found";
        return facts.input() + " was written by " + producer + ", which no LLVM here can read (" + found
                + "); install one at least as new, for example with apt-get install libllvm" + major(producer)
                + ", or name one with --llvm PATH";
    }

    private static String major(String producer) {
        String version = producer.startsWith("LLVM") ? producer.substring(4) : producer;
        return LlvmVersion.parse(version)
                .map(LlvmVersion::major)
                .map(Object::toString)
                .orElse("22");
    }

    private static String inPhase(DiagnosticFields facts) {
        return facts.hasSymbol() ? " in phase " + facts.symbol("") : "";
    }

    private static String memory(DiagnosticFields facts) {
        String limit = facts.detail("");
        String what = limit.isEmpty() ? "the memory is not enough" : "the link needs more memory than " + limit;
        String input = facts.input("");
        return what + (input.isEmpty() ? "" : " to read " + input) + inPhase(facts)
                + "; if the inputs are not damaged, allow more with "
                + facts.related(MemoryLimit.VARIABLE + "=80% or " + MemoryLimit.VARIABLE + "=8g");
    }

    private static String crashed(DiagnosticFields facts) {
        String last = facts.detail("");
        return "LLVM ended its process" + inPhase(facts)
                + (last.isEmpty() ? "" : ", saying last: " + last)
                + "; try another one with --llvm (" + LIST + "), and report this with the inputs";
    }
}
