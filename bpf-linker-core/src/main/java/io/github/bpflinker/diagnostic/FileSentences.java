package io.github.bpflinker.diagnostic;

import io.github.bpflinker.option.LinkOption;
import io.github.bpflinker.option.OptionNames.Task;

/** Messages about inputs and outputs. */
final class FileSentences {

    private static final String HOW_TO_GET_BITCODE =
            "compile C with clang --target=bpf -O2 -g -emit-llvm -c, Rust with --emit=llvm-bc";

    private FileSentences() {}

    static String inputMissing(DiagnosticFields fields) {
        return fields.input() + " does not exist; check the path, or build it first";
    }

    static String inputIsDirectory(DiagnosticFields fields) {
        return fields.input() + " is a directory; name the bitcode files, objects or archives in it";
    }

    static String inputEmpty(DiagnosticFields fields) {
        return fields.input() + " is empty; the step that writes it may have failed, so build it again";
    }

    static String inputUnreadable(DiagnosticFields fields) {
        return fields.input() + " can't be read" + fields.because() + "; see ls -l " + fields.inputName("FILE");
    }

    static String inputChanged(DiagnosticFields fields) {
        return fields.input()
                + " was modified while it was read; wait until the process that writes it has finished, and link again";
    }

    static String inputUnknownKind(DiagnosticFields fields) {
        return fields.input() + " is not bitcode, LLVM IR, an object or an archive" + fields.because() + "; "
                + HOW_TO_GET_BITCODE;
    }

    static String inputWithoutBitcode(DiagnosticFields fields) {
        return fields.input() + " is an object without bitcode, "
                + (fields.isError() ? "which leaves nothing to link; " : "and is ignored; ")
                + HOW_TO_GET_BITCODE;
    }

    static String inputAlreadyCompiled(DiagnosticFields fields) {
        return fields.input()
                + " is compiled already, so it becomes part of an object and of no other output; link with "
                + fields.option(LinkOption.EMIT, "obj") + ", or " + HOW_TO_GET_BITCODE;
    }

    static String bitcodeInvalid(DiagnosticFields fields) {
        return bitcode(fields);
    }

    static String bitcodeBroken(DiagnosticFields fields) {
        return fields.input() + " is an invalid module, LLVM's verifier reports" + fields.because("nothing more")
                + "; compile it again, with another compiler if it is not damaged";
    }

    static String debugInfoBroken(DiagnosticFields fields) {
        return "the debug information of " + fields.input()
                + " is invalid and ignored, so no BTF is generated from it; LLVM's verifier"
                + " reports" + fields.because("nothing more")
                + "; compile it again, with another compiler if it is not"
                + " damaged";
    }

    static String irSyntax(DiagnosticFields fields) {
        return "invalid LLVM IR" + in(fields) + fields.because() + "; correct the text";
    }

    static String archiveInvalid(DiagnosticFields fields) {
        return fields.input() + " is not a valid archive" + fields.because() + "; build it again with llvm-ar rcs";
    }

    static String elfInvalid(DiagnosticFields fields) {
        return fields.input() + " is not a valid ELF object" + fields.because() + "; link or compile it again";
    }

    static String btfInvalid(DiagnosticFields fields) {
        return fields.input() + " has no valid BTF" + fields.because() + "; compile it again";
    }

    static String nothingToLink(DiagnosticFields fields) {
        return "nothing to link: none of the inputs has bitcode that is needed; name a bitcode file, or link every member of"
                + " the archives with " + fields.names().on(LinkOption.WHOLE_ARCHIVE);
    }

    static String inputsIncompatible(DiagnosticFields fields) {
        return fields.input() + " and " + fields.firstRelated("another input") + " can't be linked together"
                + fields.because() + "; compile both for one target, " + fields.task(Task.CHOOSE_BYTE_ORDER);
    }

    static String inputForeign(DiagnosticFields fields) {
        return fields.input() + " was compiled for " + fields.symbol("another machine")
                + ", not for BPF; compile it with --target=bpf, or link it for BPF anyway with "
                + fields.option(LinkOption.TARGET, "bpf");
    }

    static String byteOrderTurned(DiagnosticFields fields) {
        return fields.input()
                + (fields.hasRelated() ? " and " + fields.relatedNames().size() + " more" : "") + ", compiled as "
                + fields.detail("code of another byte order") + ", becomes code for "
                + fields.symbol("the other byte order")
                + ", in which code that depends on the byte order (bit-fields, htons,"
                + " cfg(target_endian)) is wrong; compile it for that target";
    }

    static String outputUnwritable(DiagnosticFields fields) {
        return fields.input("the output") + " can't be written" + fields.because()
                + "; check its folder, its permissions and the free space";
    }

    static String outputTwice(DiagnosticFields fields) {
        return "two outputs would go to " + fields.input("one file") + "; give " + fields.option(LinkOption.OUTPUT)
                + " another name, since each further " + fields.option(LinkOption.EMIT)
                + " is written next to it with its own suffix";
    }

    static String outputIsInput(DiagnosticFields fields) {
        return fields.input("the output") + " would be written over " + fields.firstRelated("an input")
                + ", which is read; give one of them another name";
    }

    /** LLVM reports only "Invalid record" for bitcode of a newer version. */
    private static String bitcode(DiagnosticFields fields) {
        return fields.payload(WrittenBy.class).isPresent()
                ? fields.input() + ", written by '" + fields.producer("") + "'" + ", can't be read as bitcode"
                        + fields.because() + "; use an LLVM at least as new (" + fields.option(LinkOption.LLVM)
                        + "), or compile it again if it is damaged"
                : fields.input() + " is not valid bitcode" + fields.because() + "; compile it again";
    }

    private static String in(DiagnosticFields fields) {
        String input = fields.input("");
        return input.isEmpty() ? "" : " in " + input;
    }
}
