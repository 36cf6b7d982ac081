package io.github.bpflinker.cli;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.Severity;
import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.text.Printable;

/**
 * The wording of findings: what, where, why, and what to do about it. With the classes that it delegates to the only
 * place of the command line that has sentences about a {@link io.github.bpflinker.diagnostic.Problem}.
 */
final class Messages {

    private Messages() {}

    /**
     * The finding as it is printed. With a source location the line begins with it, as compilers have it and editors
     * link it; otherwise with {@code Error:}, {@code Warning:} or {@code Note:}.
     */
    static String line(Diagnostic diagnostic) {
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

    /** The finding in one printable line, without its severity and source location. */
    static String sentence(Diagnostic diagnostic) {
        return Printable.line(words(diagnostic));
    }

    private static String words(Diagnostic diagnostic) {
        DiagnosticFields facts = new DiagnosticFields(diagnostic);
        return switch (diagnostic.problem()) {
            case INPUT_MISSING,
                    INPUT_IS_DIRECTORY,
                    INPUT_EMPTY,
                    INPUT_UNREADABLE,
                    INPUT_CHANGED,
                    INPUT_UNKNOWN_KIND,
                    INPUT_WITHOUT_BITCODE,
                    BITCODE_INVALID,
                    BITCODE_BROKEN,
                    DEBUG_INFO_BROKEN,
                    IR_SYNTAX,
                    ARCHIVE_INVALID,
                    ELF_INVALID,
                    BTF_INVALID,
                    NOTHING_TO_LINK,
                    INPUTS_INCOMPATIBLE,
                    INPUT_FOREIGN,
                    BYTE_ORDER_TURNED,
                    OUTPUT_UNWRITABLE,
                    OUTPUT_TWICE,
                    OUTPUT_IS_INPUT -> FileMessages.sentence(diagnostic.problem(), facts);
            case LLVM_NOT_FOUND,
                    LLVM_TOO_OLD,
                    LLVM_OLDER_PATCH,
                    LLVM_UNUSABLE,
                    CACHE_UNUSABLE,
                    LLVM_ALREADY_LOADED,
                    LLVM_OPTION_UNKNOWN,
                    LLVM_OPTION_EXITS,
                    LLVM_OPTION_INVALID,
                    CPU_UNKNOWN,
                    CPU_FEATURE_UNKNOWN,
                    TARGET_UNKNOWN,
                    LLVM_MESSAGE,
                    MEMORY_EXCEEDED,
                    LLVM_CRASHED,
                    LINKER_KILLED,
                    PROCESS_NOT_STARTED,
                    TIMED_OUT -> LlvmMessages.sentence(diagnostic.problem(), facts);
            case SYMBOL_DUPLICATE,
                    SYMBOL_UNDEFINED,
                    OBJECT_UNDEFINED,
                    EXPORT_UNDEFINED,
                    CORE_NEEDS_BTF,
                    NO_DEBUG_INFO,
                    TYPE_SIMPLIFIED,
                    TAGS_LOST,
                    BTF_TYPE_UNKNOWN,
                    CODE_GENERATION,
                    OPTIMIZED_ANYWAY,
                    ADDRESS_IN_DATA,
                    STACK_EXCEEDED,
                    RECURSION,
                    PANIC_NOT_INLINED,
                    LOOP_NOT_UNROLLED -> CodeMessages.sentence(diagnostic.problem(), facts);
            case PROGRAM_WITHOUT_SECTION,
                    PROGRAM_SECTION_UNKNOWN,
                    PROGRAM_STATIC,
                    PROGRAM_NOT_EXPORTED,
                    PROGRAM_MISSING,
                    DATA_SECTION_UNKNOWN -> ProgramMessages.sentence(diagnostic.problem(), facts);
            case KERNEL_TOO_OLD, KERNEL_REFUSES, HELPER_OF_OTHER_TYPE ->
                KernelMessages.sentence(diagnostic.problem(), facts);
            case INTERNAL -> "internal error: " + facts.detail("no details") + "; please report it with the inputs";
        };
    }
}
