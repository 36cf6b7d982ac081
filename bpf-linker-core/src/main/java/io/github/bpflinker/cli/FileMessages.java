package io.github.bpflinker.cli;

import io.github.bpflinker.diagnostic.Problem;

/** Sentences about inputs and outputs. */
final class FileMessages {

    private static final String HOW_TO_GET_BITCODE =
            "compile C with clang --target=bpf -O2 -g -emit-llvm -c, Rust with --emit=llvm-bc";

    private FileMessages() {}

    static String sentence(Problem problem, DiagnosticFields facts) {
        String input = facts.input();
        return switch (problem) {
            case INPUT_MISSING -> input + " does not exist; check the path, or build it first";
            case INPUT_IS_DIRECTORY -> input + " is a directory; name the bitcode files, objects or archives in it";
            case INPUT_EMPTY -> input + " is empty; whatever should have written it may have failed, so build it again";
            case INPUT_UNREADABLE ->
                input + " can't be read" + facts.because() + "; see ls -l " + facts.inputName("FILE");
            case INPUT_CHANGED ->
                input + " was changed each time it was read; wait until whatever writes it is done, and link again";
            case INPUT_UNKNOWN_KIND ->
                input + " is no bitcode, LLVM IR, object or archive" + facts.because() + "; " + HOW_TO_GET_BITCODE;
            case INPUT_WITHOUT_BITCODE ->
                input + " is an object without bitcode, "
                        + (facts.isError() ? "which leaves nothing to link; " : "and is left out; ")
                        + HOW_TO_GET_BITCODE;
            case BITCODE_INVALID -> bitcode(facts);
            case BITCODE_BROKEN ->
                input + " is a broken module, LLVM's verifier says" + facts.because("nothing more")
                        + "; compile it again, with another compiler if it is not damaged";
            case DEBUG_INFO_BROKEN ->
                "the debug information of " + input
                        + " is broken and left out, so there is no BTF of it, LLVM's verifier"
                        + " says" + facts.because("nothing more")
                        + "; compile it again, with another compiler if it is not"
                        + " damaged";
            case IR_SYNTAX -> "invalid LLVM IR" + in(facts) + facts.because() + "; correct the text";
            case ARCHIVE_INVALID ->
                input + " is no valid archive" + facts.because() + "; build it again with llvm-ar rcs";
            case ELF_INVALID -> input + " is no valid ELF object" + facts.because() + "; link or compile it again";
            case BTF_INVALID -> input + " has no valid BTF" + facts.because() + "; compile it again";
            case NOTHING_TO_LINK ->
                "nothing to link: none of the inputs has bitcode that is needed; name a bitcode file, or link every member of"
                        + " the archives with --whole-archive";
            case INPUTS_INCOMPATIBLE ->
                input + " and " + facts.firstRelated("another input") + " can't be linked together" + facts.because()
                        + "; compile both for one target, --target=bpfel or --target=bpfeb";
            case INPUT_FOREIGN ->
                input + " was compiled for " + facts.symbol("another machine")
                        + ", not for BPF; compile it with --target=bpf, or link it for BPF all the same with --target bpf";
            case BYTE_ORDER_TURNED ->
                input + (facts.hasRelated() ? " and " + facts.relatedNames().size() + " more" : "") + ", compiled as "
                        + facts.detail("code of another byte order") + ", becomes code for "
                        + facts.symbol("the other byte order")
                        + ", in which whatever the compiler decided by the byte order (bit-fields, htons,"
                        + " cfg(target_endian)) is wrong; compile it for that target";
            case OUTPUT_UNWRITABLE ->
                facts.input("the output") + " can't be written" + facts.because()
                        + "; check its folder, its permissions and the free space";
            case OUTPUT_TWICE ->
                "two outputs would go to " + facts.input("one file")
                        + "; give -o another name, since each further --emit goes beside it under its own suffix";
            case OUTPUT_IS_INPUT ->
                facts.input("the output") + " would be written over " + facts.firstRelated("an input")
                        + ", which is read; give one of them another name";
            default -> throw new IllegalArgumentException(problem.name());
        };
    }

    /** LLVM says no more than "Invalid record" of bitcode that is newer than itself. */
    private static String bitcode(DiagnosticFields facts) {
        return facts.hasSymbol()
                ? facts.input() + ", written by " + facts.symbol("") + ", can't be read as bitcode" + facts.because()
                        + "; use an LLVM at least as new (--llvm), or compile it again if it is damaged"
                : facts.input() + " is no valid bitcode" + facts.because() + "; compile it again";
    }

    private static String in(DiagnosticFields facts) {
        String input = facts.input("");
        return input.isEmpty() ? "" : " in " + input;
    }
}
