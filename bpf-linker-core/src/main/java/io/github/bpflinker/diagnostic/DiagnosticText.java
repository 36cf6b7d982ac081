package io.github.bpflinker.diagnostic;

import io.github.bpflinker.option.OptionNames;
import io.github.bpflinker.text.Printable;

/**
 * Formats diagnostics as sentences: the problem, its location, the cause and the remedy. Used by all front ends, which
 * supply their own names of options.
 */
public final class DiagnosticText {

    private DiagnosticText() {}

    /**
     * Formats a diagnostic as the command line prints it. The line begins with the source location, in the format of
     * compilers, or with {@code Error:}, {@code Warning:} or {@code Note:}.
     */
    public static String line(Diagnostic diagnostic) {
        SourceLocation location = diagnostic.location();
        if (location != null) {
            return Printable.line(location + ": " + severity(diagnostic.severity()) + ": ") + sentence(diagnostic);
        }
        String severity = severity(diagnostic.severity());
        return Character.toUpperCase(severity.charAt(0)) + severity.substring(1) + ": " + sentence(diagnostic);
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "note";
        };
    }

    /** {@link #sentence(Diagnostic, OptionNames)} with the options of the command line. */
    public static String sentence(Diagnostic diagnostic) {
        return sentence(diagnostic, OptionNames.COMMAND_LINE);
    }

    /**
     * Formats a diagnostic in one printable line, without severity and source location.
     *
     * @param names the option names of the front end
     */
    public static String sentence(Diagnostic diagnostic, OptionNames names) {
        return Printable.line(words(diagnostic.problem(), new DiagnosticFields(diagnostic, names)));
    }

    private static String words(Problem problem, DiagnosticFields fields) {
        return switch (problem) {
            case INPUT_MISSING -> FileSentences.inputMissing(fields);
            case INPUT_IS_DIRECTORY -> FileSentences.inputIsDirectory(fields);
            case INPUT_EMPTY -> FileSentences.inputEmpty(fields);
            case INPUT_UNREADABLE -> FileSentences.inputUnreadable(fields);
            case INPUT_CHANGED -> FileSentences.inputChanged(fields);
            case INPUT_UNKNOWN_KIND -> FileSentences.inputUnknownKind(fields);
            case INPUT_WITHOUT_BITCODE -> FileSentences.inputWithoutBitcode(fields);
            case INPUT_ALREADY_COMPILED -> FileSentences.inputAlreadyCompiled(fields);
            case BITCODE_INVALID -> FileSentences.bitcodeInvalid(fields);
            case BITCODE_BROKEN -> FileSentences.bitcodeBroken(fields);
            case DEBUG_INFO_BROKEN -> FileSentences.debugInfoBroken(fields);
            case IR_SYNTAX -> FileSentences.irSyntax(fields);
            case ARCHIVE_INVALID -> FileSentences.archiveInvalid(fields);
            case ELF_INVALID -> FileSentences.elfInvalid(fields);
            case BTF_INVALID -> FileSentences.btfInvalid(fields);
            case NOTHING_TO_LINK -> FileSentences.nothingToLink(fields);
            case INPUTS_INCOMPATIBLE -> FileSentences.inputsIncompatible(fields);
            case INPUT_FOREIGN -> FileSentences.inputForeign(fields);
            case BYTE_ORDER_TURNED -> FileSentences.byteOrderTurned(fields);
            case OUTPUT_UNWRITABLE -> FileSentences.outputUnwritable(fields);
            case OUTPUT_TWICE -> FileSentences.outputTwice(fields);
            case OUTPUT_IS_INPUT -> FileSentences.outputIsInput(fields);
            case LLVM_NOT_FOUND -> LlvmSentences.llvmNotFound(fields);
            case LLVM_TOO_OLD -> LlvmSentences.llvmTooOld(fields);
            case LLVM_OLDER_PATCH -> LlvmSentences.llvmOlderPatch(fields);
            case LLVM_UNUSABLE -> LlvmSentences.llvmUnusable(fields);
            case CACHE_UNUSABLE -> LlvmSentences.cacheUnusable(fields);
            case LLVM_ALREADY_LOADED -> LlvmSentences.llvmAlreadyLoaded(fields);
            case LLVM_OPTION_UNKNOWN -> LlvmSentences.llvmOptionUnknown(fields);
            case LLVM_OPTION_EXITS -> LlvmSentences.llvmOptionExits(fields);
            case LLVM_OPTION_INVALID -> LlvmSentences.llvmOptionInvalid(fields);
            case CPU_FEATURE_UNKNOWN -> LlvmSentences.cpuFeatureUnknown(fields);
            case TARGET_UNKNOWN -> LlvmSentences.targetUnknown(fields);
            case LLVM_MESSAGE -> LlvmSentences.llvmMessage(fields);
            case MEMORY_EXCEEDED -> LlvmSentences.memoryExceeded(fields);
            case LLVM_CRASHED -> LlvmSentences.llvmCrashed(fields);
            case LINKER_KILLED -> LlvmSentences.linkerKilled(fields);
            case PROCESS_NOT_STARTED -> LlvmSentences.processNotStarted(fields);
            case TIMED_OUT -> LlvmSentences.timedOut(fields);
            case SYMBOL_DUPLICATE -> CodeSentences.symbolDuplicate(fields);
            case DECLARATIONS_DIFFER -> CodeSentences.declarationsDiffer(fields);
            case SECTIONS_DIFFER -> CodeSentences.sectionsDiffer(fields);
            case SYMBOL_UNDEFINED -> CodeSentences.symbolUndefined(fields);
            case OBJECT_UNDEFINED -> CodeSentences.objectUndefined(fields);
            case EXPORT_UNDEFINED -> CodeSentences.exportUndefined(fields);
            case CORE_NEEDS_BTF -> CodeSentences.coreNeedsBtf(fields);
            case MARKER_INVALID -> MarkerSentences.invalid(fields);
            case MARKER_WITHOUT_DEBUG_INFO -> MarkerSentences.withoutDebugInfo(fields);
            case KERNEL_TYPES_OF_HOST -> MarkerSentences.typesOfHost(fields);
            case KERNEL_TYPES_MISSING -> MarkerSentences.typesMissing(fields);
            case NO_DEBUG_INFO -> CodeSentences.noDebugInfo(fields);
            case TYPE_SIMPLIFIED -> CodeSentences.typeSimplified(fields);
            case TAGS_LOST -> CodeSentences.tagsLost(fields);
            case BTF_TYPE_UNKNOWN -> CodeSentences.btfTypeUnknown(fields);
            case CODE_GENERATION -> CodeSentences.codeGeneration(fields);
            case OPTIMIZED_ANYWAY -> CodeSentences.optimizedAnyway(fields);
            case ADDRESS_IN_DATA -> CodeSentences.addressInData(fields);
            case STACK_EXCEEDED -> CodeSentences.stackExceeded(fields);
            case RECURSION -> CodeSentences.recursion(fields);
            case PANIC_NOT_INLINED -> CodeSentences.panicNotInlined(fields);
            case LOOP_NOT_UNROLLED -> CodeSentences.loopNotUnrolled(fields);
            case PROGRAM_WITHOUT_SECTION -> ProgramSentences.programWithoutSection(fields);
            case PROGRAM_SECTION_UNKNOWN -> ProgramSentences.programSectionUnknown(fields);
            case PROGRAM_STATIC -> ProgramSentences.programStatic(fields);
            case PROGRAM_NOT_EXPORTED -> ProgramSentences.programNotExported(fields);
            case PROGRAM_MISSING -> ProgramSentences.programMissing(fields);
            case DATA_SECTION_UNKNOWN -> ProgramSentences.dataSectionUnknown(fields);
            case KERNEL_TOO_OLD -> KernelSentences.kernelTooOld(fields);
            case KERNEL_REFUSES -> KernelSentences.kernelRefuses(fields);
            case KERNEL_CANNOT_ATTACH -> KernelSentences.kernelCannotAttach(fields);
            case KERNEL_FEATURE_UNKNOWN -> KernelSentences.featureUnknown(fields);
            case HELPER_OF_OTHER_TYPE -> KernelSentences.helperOfOtherType(fields);
            case INTERNAL -> "internal error: " + fields.detail("no details") + "; please report it with the inputs";
        };
    }
}
