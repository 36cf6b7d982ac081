package io.github.bpflinker.diagnostic;

import io.github.bpflinker.option.LinkOption;
import io.github.bpflinker.option.OptionNames.Task;
import java.util.List;

/** Messages about LLVM: its selection, its options, its failures. */
final class LlvmSentences {

    private LlvmSentences() {}

    static String llvmNotFound(DiagnosticFields fields) {
        return "no LLVM found" + asked(fields) + (fields.hasRelated() ? "; searched " + fields.related("") : "")
                + "; install one, for example with apt-get install libllvm22, or name one with "
                + fields.option(LinkOption.LLVM, "PATH");
    }

    static String llvmOlderPatch(DiagnosticFields fields) {
        return fields.input() + " was written by " + fields.producer("a newer LLVM") + ", and the LLVM that reads it, "
                + fields.related("the newest found") + ", is an older patch of it; if the link fails, update"
                + " that LLVM or choose another with " + fields.option(LinkOption.LLVM);
    }

    static String llvmUnusable(DiagnosticFields fields) {
        return "the LLVM " + fields.input("that was requested") + " can't be used" + fields.because() + "; "
                + list(fields);
    }

    static String cacheUnusable(DiagnosticFields fields) {
        return (fields.isError()
                        ? "there is no usable cache folder" + fields.because()
                        : "the cache is not in " + fields.input() + " but in " + fields.firstRelated("another folder")
                                + fields.because())
                + "; set BPF_LINKER_CACHE to a folder that only you can write to, on a mount that permits"
                + " execution";
    }

    static String llvmAlreadyLoaded(DiagnosticFields fields) {
        return "this process has already loaded " + fields.related("another LLVM or other LLVM options")
                + ", and a process has only one (wanted: "
                + fields.payload(ProcessKey.class).map(ProcessKey::text).orElse("another")
                + "); run this link in a process of its own";
    }

    static String llvmOptionUnknown(DiagnosticFields fields) {
        return "this LLVM has no option " + fields.symbol("of that name")
                + (fields.hasRelated()
                        ? "; did you mean " + fields.related("") + "?"
                        : "; correct " + fields.option(LinkOption.LLVM_ARGS) + ",")
                + " opt --help-list-hidden lists them all";
    }

    static String llvmOptionExits(DiagnosticFields fields) {
        return "the LLVM option " + fields.symbol("that was given") + " prints and ends the process; remove it from "
                + fields.option(LinkOption.LLVM_ARGS) + " and run it with opt or llc";
    }

    static String llvmOptionInvalid(DiagnosticFields fields) {
        return "LLVM rejects the option " + fields.symbol("that was given") + fields.because() + "; correct it in "
                + fields.option(LinkOption.LLVM_ARGS);
    }

    static String cpuFeatureUnknown(DiagnosticFields fields) {
        return fields.symbol("this") + " is no CPU feature; " + fields.option(LinkOption.CPU_FEATURES) + " takes "
                + fields.related("+alu32, +dwarfris") + ", each with - instead of + to turn it off";
    }

    static String targetUnknown(DiagnosticFields fields) {
        return fields.symbol("this") + " is no BPF target; " + fields.option(LinkOption.TARGET) + " takes "
                + fields.related("bpf, bpfel or bpfeb");
    }

    static String llvmMessage(DiagnosticFields fields) {
        return "LLVM says" + (fields.hasFunction() ? " about " + fields.function() : "") + ": "
                + fields.detail("nothing more")
                + (fields.isError()
                        ? "; " + fields.option(LinkOption.FATAL_ERRORS, "false") + " writes the output nevertheless"
                        : "");
    }

    static String linkerKilled(DiagnosticFields fields) {
        return "the process of the link was ended by " + fields.detail("somebody else") + inPhase(fields)
                + ", perhaps because the memory ran out; link again";
    }

    static String processNotStarted(DiagnosticFields fields) {
        return "no process or thread can be started for the link" + fields.because()
                + "; see the limits of processes and memory with ulimit -a";
    }

    static String timedOut(DiagnosticFields fields) {
        return "the link took longer than "
                + fields.payload(TimeLimit.class)
                        .map(time -> time.limit().toSeconds() + " s")
                        .orElse("its limit") + "; raise the limit, or find the slow phase with "
                + fields.task(Task.TIME_PHASES);
    }

    private static String asked(DiagnosticFields fields) {
        String choice = fields.inputName("");
        return choice.isEmpty() ? "" : " for " + fields.option(LinkOption.LLVM, choice);
    }

    static String llvmTooOld(DiagnosticFields fields) {
        if (!fields.isError()) {
            return fields.input() + " was written by " + fields.producer("a newer LLVM")
                    + ", newer than the requested LLVM"
                    + (fields.hasRelated() ? ", " + fields.related("") : "")
                    + "; if the link fails, leave the choice to " + fields.option(LinkOption.LLVM, "auto")
                    + " or name a newer one";
        }
        String producer = fields.producer("an LLVM newer than any here");
        String found = fields.hasRelated() ? "only " + fields.related("") + " found" : "none found";
        return fields.input() + " was written by " + producer + ", which no LLVM here can read (" + found
                + "); install one at least as new, for example with apt-get install libllvm" + major(fields)
                + ", or name one with " + fields.option(LinkOption.LLVM, "PATH");
    }

    /** The release of LLVM to install. */
    private static String major(DiagnosticFields fields) {
        return fields.payload(WrittenBy.class)
                .map(WrittenBy::version)
                .map(version -> Integer.toString(version.major()))
                .orElse("22");
    }

    private static String list(DiagnosticFields fields) {
        return fields.task(Task.LIST_LLVMS) + " lists those that were found";
    }

    private static String inPhase(DiagnosticFields fields) {
        return fields.hasSymbol() ? " in phase " + fields.symbol("") : "";
    }

    static String memoryExceeded(DiagnosticFields fields) {
        String limit = fields.detail("");
        String what = limit.isEmpty() ? "the memory is not enough" : "the link needs more memory than " + limit;
        String input = fields.input("");
        return what + (input.isEmpty() ? "" : " to read " + input) + inPhase(fields)
                + "; if the inputs are not damaged, allow more with "
                + fields.related("BPF_LINKER_MEMORY=80% or BPF_LINKER_MEMORY=8g");
    }

    static String llvmCrashed(DiagnosticFields fields) {
        String last = fields.detail("");
        return "LLVM ended its process" + inPhase(fields)
                + (last.isEmpty() ? "" : ", saying last: " + last)
                + "; " + (readsInputs(fields) ? "compile the inputs again, as one may be damaged, or " : "")
                + "try another one with " + fields.option(LinkOption.LLVM) + " (" + list(fields)
                + "), and report this with the inputs";
    }

    /** Whether the phase reads the bodies of inputs, where damage that passed the first checks ends LLVM. */
    private static boolean readsInputs(DiagnosticFields fields) {
        return List.of("'read'", "'resolve'", "'merge'").contains(fields.symbol(""));
    }
}
