package io.github.bpflinker.diagnostic;

/**
 * The kinds of problems of a {@link Diagnostic}. Each constant documents the fields that are set; {@link
 * DiagnosticText} formats them as a sentence.
 */
public enum Problem {
    /** {@code input} does not exist. */
    INPUT_MISSING,
    /** {@code input} is a directory. */
    INPUT_IS_DIRECTORY,
    /** {@code input} is empty. */
    INPUT_EMPTY,
    /** {@code input} exists and can't be read; {@code detail} is the system's reason. */
    INPUT_UNREADABLE,
    /** {@code input} was modified by another process each time it was read. */
    INPUT_CHANGED,
    /** {@code input} is not bitcode, IR, ELF or an archive; {@code detail} describes its first bytes. */
    INPUT_UNKNOWN_KIND,
    /** {@code input} is an ELF object of another machine without bitcode. */
    INPUT_WITHOUT_BITCODE,
    /** {@code input} is a BPF object without bitcode, and so part of no output but the object. */
    INPUT_ALREADY_COMPILED,
    /**
     * {@code input} is bitcode that is truncated or that LLVM can't read; {@code detail} is the reason, the payload its
     * producer ({@link WrittenBy}), if that is known.
     */
    BITCODE_INVALID,
    /** LLVM's verifier rejects {@code input}; {@code detail} is its message. */
    BITCODE_BROKEN,
    /**
     * LLVM's verifier rejects the debug information of {@code input}, which is ignored; {@code detail} is its message.
     */
    DEBUG_INFO_BROKEN,
    /** {@code input} is IR text with an error at {@code location}; {@code detail} is LLVM's message. */
    IR_SYNTAX,
    /** {@code input} is a truncated or invalid archive; {@code detail} names the position. */
    ARCHIVE_INVALID,
    /** {@code input} is a truncated or invalid ELF file; {@code detail} names the position. */
    ELF_INVALID,
    /** {@code input} is truncated or invalid BTF; {@code detail} names the offset and the reason. */
    BTF_INVALID,
    /** {@code input} is BTF without a type {@code symbol} that can be declared in C. */
    BTF_TYPE_UNKNOWN,
    /** Neither inputs nor archive members contain anything to link. */
    NOTHING_TO_LINK,

    /** No LLVM was found; {@code related} lists the searched paths. */
    LLVM_NOT_FOUND,
    /** {@code input} was written by an LLVM ({@link WrittenBy}) newer than every one found; {@code related} lists those. */
    LLVM_TOO_OLD,
    /**
     * The selected LLVM ({@code related}) has an older patch level than the one that wrote {@code input} ({@link
     * WrittenBy}).
     */
    LLVM_OLDER_PATCH,
    /** The requested LLVM ({@code input}) can't be used; {@code detail} is the reason. */
    LLVM_UNUSABLE,
    /**
     * Libraries can't be loaded from the requested cache directory ({@code input}); {@code detail} is the reason,
     * {@code related} the directory used instead. An error if there is none.
     */
    CACHE_UNUSABLE,
    /** This process has loaded another LLVM ({@code related}) or other options than the {@link ProcessKey} of the link. */
    LLVM_ALREADY_LOADED,
    /** {@code symbol} is not an option of this LLVM; {@code related} lists the nearest existing ones. */
    LLVM_OPTION_UNKNOWN,
    /** {@code symbol} is an option that prints and exits. */
    LLVM_OPTION_EXITS,
    /** LLVM rejected the value of option {@code symbol}; {@code detail} is its reason. */
    LLVM_OPTION_INVALID,

    /** {@code symbol} is not a CPU feature; {@code related} lists the known ones. */
    CPU_FEATURE_UNKNOWN,
    /** {@code symbol} is not a BPF target; {@code related} lists the known ones. */
    TARGET_UNKNOWN,
    /** {@code input} and {@code related} differ in byte order or pointer size; {@code detail} names both. */
    INPUTS_INCOMPATIBLE,
    /** {@code input} is for the machine {@code symbol}, a target triple, and not for BPF. */
    INPUT_FOREIGN,
    /**
     * {@code input} is {@code detail}, {@code little-endian} or {@code big-endian}, and the requested target {@code
     * symbol} is not; {@code related} lists further such inputs.
     */
    BYTE_ORDER_TURNED,

    /** Two strong definitions of {@code symbol}: one in {@code input}, the other in {@code related}. */
    SYMBOL_DUPLICATE,
    /**
     * {@code input} declares {@code symbol}, used or defined at {@code location}, with another type than the first of
     * {@code related}, whose second element, if there is one, is the place there; {@code detail} is the difference.
     */
    DECLARATIONS_DIFFER,
    /** The section {@code symbol}, which an object has once, differs in {@code input} and {@code related}. */
    SECTIONS_DIFFER,
    /**
     * {@code symbol}, used by {@code function} at {@code location}, is not defined; the payload is a {@link
     * SymbolOrigin} if the kernel has a helper or kfunc of a similar name.
     */
    SYMBOL_UNDEFINED,
    /** The result references the undefined symbols {@code related}, so loaders reject it. */
    OBJECT_UNDEFINED,
    /** The export {@code symbol} is not defined by any input. */
    EXPORT_UNDEFINED,
    /** {@code symbol} needs BTF (a CO-RE relocation in {@code function}) and BTF was not requested. */
    CORE_NEEDS_BTF,
    /**
     * The marker {@code symbol}, used by {@code function} at {@code location}, can't be defined; {@code detail} is the
     * reason, {@code related} lists existing names that are similar to an unknown one.
     */
    MARKER_INVALID,
    /**
     * {@code function} of {@code input} uses the marker {@code symbol} and has no debug information, so there would be
     * no relocation; {@code detail} is the crate, if it is known.
     */
    MARKER_WITHOUT_DEBUG_INFO,
    /** Markers are looked up in the types of the running kernel, {@code input}, because no file was given. */
    KERNEL_TYPES_OF_HOST,
    /** Markers need kernel types: no file was given, and the running kernel has none at {@code input}. */
    KERNEL_TYPES_MISSING,

    /** BTF was requested, but no input has debug information, so the output {@code input} has none. */
    NO_DEBUG_INFO,
    /**
     * The output {@code input} has no program, and {@code function} at {@code location} has no section, so loaders do
     * not recognize it as one; {@code related} lists suggested sections.
     */
    PROGRAM_WITHOUT_SECTION,
    /**
     * {@code function} is in section {@code symbol}, which is unknown to loaders; {@code related} lists the nearest
     * ones.
     */
    PROGRAM_SECTION_UNKNOWN,
    /** {@code function}, a program by its section {@code symbol}, is static, so loaders reject it. */
    PROGRAM_STATIC,
    /** {@code function}, a program by its section {@code symbol}, is not exported. */
    PROGRAM_NOT_EXPORTED,
    /** The output {@code input} has no program, and no function of the inputs is a candidate. */
    PROGRAM_MISSING,
    /**
     * The variable {@code symbol} is in section {@code detail}, which loaders do not read; {@code related} lists the
     * nearest sections that loaders know, {@code function} uses it.
     */
    DATA_SECTION_UNKNOWN,

    /** The types in {@code related} have no variants in BTF, because this LLVM can't write them. */
    TYPE_SIMPLIFIED,
    /**
     * BTF lacks the tags of {@code input}, written by an old LLVM ({@link WrittenBy}), because the LLVM of the link
     * ({@code related}) does not read them.
     */
    TAGS_LOST,

    /**
     * {@code function} can't be expressed in BPF; {@code detail} is the reason, the payload a {@link CodeLimit} if it
     * is a known one, {@code related} is the call chain of the function.
     */
    CODE_GENERATION,
    /** {@code function} and those in {@code related} are {@code optnone} and were optimized nevertheless. */
    OPTIMIZED_ANYWAY,
    /**
     * {@code symbol}, a variable declared or first used at {@code location}, holds addresses in the section {@code
     * detail}, in which loaders apply no relocations; {@code function} uses it, if its declaration is not known; {@code
     * related} names the targets of the addresses.
     */
    ADDRESS_IN_DATA,
    /** {@code function} needs more stack than the 512 bytes of BPF. */
    STACK_EXCEEDED,
    /** {@code function} is recursive, through {@code related}, and can't be inlined. */
    RECURSION,
    /** {@code function} can panic and could not be inlined into a program; {@code related} is its call chain. */
    PANIC_NOT_INLINED,
    /** The loop at {@code location} in {@code function} can't be unrolled; {@code detail} is the reason. */
    LOOP_NOT_UNROLLED,
    /**
     * The target kernel is older than {@code symbol}, a feature that {@code function} or the user in the payload
     * ({@link KernelGap}) uses.
     */
    KERNEL_TOO_OLD,
    /** No kernel accepts {@code symbol}, a limit or a feature; otherwise as {@link #KERNEL_TOO_OLD}. */
    KERNEL_REFUSES,
    /**
     * The kernel loads a program that uses {@code symbol} but can't attach it; otherwise as {@link #KERNEL_TOO_OLD}.
     */
    KERNEL_CANNOT_ATTACH,
    /**
     * The tables of kernels lack {@code symbol}; {@code detail} is the newest release that they describe; otherwise as
     * {@link #KERNEL_TOO_OLD}.
     */
    KERNEL_FEATURE_UNKNOWN,
    /**
     * {@code function} calls a helper that is not available to programs of its type, or only after Linux 6.12;
     * otherwise as {@link #KERNEL_TOO_OLD}.
     */
    HELPER_OF_OTHER_TYPE,
    /** A diagnostic of LLVM; {@code detail} is its message. */
    LLVM_MESSAGE,
    /**
     * Memory was exhausted while {@code input} was read, or in phase {@code symbol}; {@code detail} is the limit of the
     * linker, if one was set, {@code related} the setting that raises it.
     */
    MEMORY_EXCEEDED,
    /** LLVM terminated or crashed its process; {@code detail} is its last output, {@code symbol} the phase. */
    LLVM_CRASHED,
    /** The process of the link was killed; {@code detail} is the signal, {@code symbol} the phase. */
    LINKER_KILLED,
    /** The process for the link can't be started; {@code detail} is the system's reason. */
    PROCESS_NOT_STARTED,
    /** A link exceeded its {@link TimeLimit}; {@code symbol} is its phase. */
    TIMED_OUT,

    /** The output file {@code input} can't be written; {@code detail} is the system's reason. */
    OUTPUT_UNWRITABLE,
    /** Two outputs of a link have the same file {@code input}. */
    OUTPUT_TWICE,
    /** The output file {@code input} is the input file {@code related}, possibly by another name. */
    OUTPUT_IS_INPUT,
    /** An internal error; {@code detail} describes it. */
    INTERNAL
}
