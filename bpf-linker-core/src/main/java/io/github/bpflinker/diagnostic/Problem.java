package io.github.bpflinker.diagnostic;

/**
 * What a {@link Diagnostic} is about. Each constant says which of the diagnostic's fields carry its data; {@link
 * DiagnosticText} makes the sentence of them that a user reads.
 */
public enum Problem {
    /** {@code input} does not exist. */
    INPUT_MISSING,
    /** {@code input} is a directory. */
    INPUT_IS_DIRECTORY,
    /** {@code input} holds no byte. */
    INPUT_EMPTY,
    /** {@code input} exists and can't be read; {@code detail} is the system's reason. */
    INPUT_UNREADABLE,
    /** {@code input} was written by another process whenever it was read. */
    INPUT_CHANGED,
    /** {@code input} is no bitcode, IR, ELF or archive; {@code detail} says what its first bytes look like. */
    INPUT_UNKNOWN_KIND,
    /** {@code input} is an ELF object without bitcode where bitcode is needed. */
    INPUT_WITHOUT_BITCODE,
    /**
     * {@code input} is bitcode that ends early or that LLVM can't read; {@code detail} is the reason, the payload who
     * wrote it ({@link WrittenBy}), if that is known.
     */
    BITCODE_INVALID,
    /** LLVM's verifier refuses {@code input}, which it can read; {@code detail} is what it says. */
    BITCODE_BROKEN,
    /** LLVM's verifier refuses the debug information of {@code input}, so it is left out; {@code detail} is what it says. */
    DEBUG_INFO_BROKEN,
    /** {@code input} is IR text with an error at {@code location}; {@code detail} is LLVM's message. */
    IR_SYNTAX,
    /** {@code input} is an archive that ends early or contradicts itself; {@code detail} names the place. */
    ARCHIVE_INVALID,
    /** {@code input} is an ELF file that ends early or contradicts itself; {@code detail} names the place. */
    ELF_INVALID,
    /** {@code input} is BTF that ends early or contradicts itself; {@code detail} names offset and reason. */
    BTF_INVALID,
    /** {@code input} is BTF without a type {@code symbol} that can be written in C. */
    BTF_TYPE_UNKNOWN,
    /** No command-line input and no archive member gave anything to link. */
    NOTHING_TO_LINK,

    /** No LLVM found; {@code related} lists where was looked. */
    LLVM_NOT_FOUND,
    /** {@code input} was written by an LLVM ({@link WrittenBy}) newer than every one found; {@code related} lists those. */
    LLVM_TOO_OLD,
    /** The LLVM taken ({@code related}) is older in its patch level than the one that wrote {@code input} ({@link WrittenBy}). */
    LLVM_OLDER_PATCH,
    /** The LLVM asked for ({@code input}) can't be used; {@code detail} is the reason. */
    LLVM_UNUSABLE,
    /**
     * Libraries can't be loaded from the cache that is wanted ({@code input}); {@code detail} is the reason,
     * {@code related} the folder used instead. An error if there is no other.
     */
    CACHE_UNUSABLE,
    /** This process has loaded another LLVM ({@code related}) or other options than the {@link ProcessKey} of the link. */
    LLVM_ALREADY_LOADED,
    /** {@code symbol} is no option of this LLVM; {@code related} lists the nearest real ones. */
    LLVM_OPTION_UNKNOWN,
    /** {@code symbol} is an option that prints and exits. */
    LLVM_OPTION_EXITS,
    /** LLVM rejected the value of option {@code symbol}; {@code detail} is its reason. */
    LLVM_OPTION_INVALID,

    /** {@code symbol} is no CPU feature; {@code related} lists the known ones. */
    CPU_FEATURE_UNKNOWN,
    /** {@code symbol} is no BPF target; {@code related} lists the known ones. */
    TARGET_UNKNOWN,
    /** {@code input} and {@code related} differ in byte order or pointer size; {@code detail} names both. */
    INPUTS_INCOMPATIBLE,
    /** {@code input} is for the machine {@code symbol}, a target triple, and not for BPF. */
    INPUT_FOREIGN,
    /**
     * {@code input} is {@code detail}, {@code little-endian} or {@code big-endian}, and the target {@code symbol} that was
     * asked for is not; {@code related} lists further ones.
     */
    BYTE_ORDER_TURNED,

    /** Two strong definitions of {@code symbol}: one in {@code input}, the other in {@code related}. */
    SYMBOL_DUPLICATE,
    /**
     * {@code symbol} is used by {@code function} at {@code location} and defined nowhere; the payload is a
     * {@link SymbolOrigin} if the kernel has something of that name.
     */
    SYMBOL_UNDEFINED,
    /** What is linked refers to {@code related}, which are defined nowhere, so loaders refuse it. */
    OBJECT_UNDEFINED,
    /** {@code symbol} is to be exported and no input defines it. */
    EXPORT_UNDEFINED,
    /** {@code symbol} needs BTF (a CO-RE relocation in {@code function}) and none was asked for. */
    CORE_NEEDS_BTF,

    /** BTF was asked for, and no input has the debug information that it is made of, so {@code input} has none. */
    NO_DEBUG_INFO,
    /**
     * The output {@code input} has no program, and {@code function} at {@code location} is in no section, by which a
     * loader would know it; {@code related} lists sections that may be meant.
     */
    PROGRAM_WITHOUT_SECTION,
    /** {@code function} is in section {@code symbol}, which no loader knows; {@code related} lists the nearest ones. */
    PROGRAM_SECTION_UNKNOWN,
    /** {@code function}, a program by its section {@code symbol}, is local to its file, so loaders refuse it. */
    PROGRAM_STATIC,
    /** {@code function}, a program by its section {@code symbol}, is not among the symbols that stay visible. */
    PROGRAM_NOT_EXPORTED,
    /** The output {@code input} has no program, and the inputs have no function that could be meant as one. */
    PROGRAM_MISSING,
    /**
     * The variable {@code symbol} is in section {@code detail}, where no loader looks; {@code related} lists the nearest
     * sections that loaders know, {@code function} uses it.
     */
    DATA_SECTION_UNKNOWN,

    /** BTF lost the variants of the types in {@code related}: this LLVM can't write them. */
    TYPE_SIMPLIFIED,
    /**
     * BTF lacks tags of {@code input}, written by an old LLVM ({@link WrittenBy}): the LLVM of the link ({@code related}) does not
     * read those of so old bitcode.
     */
    TAGS_LOST,

    /**
     * {@code function} can't be expressed in BPF; {@code detail} is the reason, the payload a {@link CodeLimit}
     * if it is a known one, {@code related} is how the function is called.
     */
    CODE_GENERATION,
    /** {@code function} asks not to be optimized, and so do those in {@code related}; they are all the same. */
    OPTIMIZED_ANYWAY,
    /**
     * {@code symbol}, a variable declared or first used at {@code location}, holds addresses in the section {@code detail},
     * in which loaders apply no relocations; {@code function} uses it, if its declaration is not known; {@code related}
     * names what the addresses are of.
     */
    ADDRESS_IN_DATA,
    /** {@code function} needs more stack than BPF has, 512 bytes a program. */
    STACK_EXCEEDED,
    /** {@code function} calls itself, through {@code related}, and is to be inlined. */
    RECURSION,
    /** {@code function} can panic and is not part of a program; {@code related} is how it is called. */
    PANIC_NOT_INLINED,
    /** The loop at {@code location} in {@code function} can't be unrolled; {@code detail} is the reason. */
    LOOP_NOT_UNROLLED,
    /**
     * The target kernel is older than {@code symbol}, a feature that {@code function} or what the payload, a
     * {@link KernelGap}, names uses.
     */
    KERNEL_TOO_OLD,
    /** No kernel accepts {@code symbol}, a limit or a feature; otherwise as {@link #KERNEL_TOO_OLD}. */
    KERNEL_REFUSES,
    /**
     * {@code function} calls a helper that the kernel offers to programs of other types, or to those of this type only
     * after Linux 6.12; otherwise as {@link #KERNEL_TOO_OLD}.
     */
    HELPER_OF_OTHER_TYPE,
    /** LLVM reported something of its own; {@code detail} is its message. */
    LLVM_MESSAGE,
    /**
     * The memory ran out: while {@code input} was read, or in phase {@code symbol}; {@code detail} is the limit if one was
     * set for the linker, {@code related} what allows more.
     */
    MEMORY_EXCEEDED,
    /** LLVM ended or crashed its process; {@code detail} is what it said last, {@code symbol} the phase. */
    LLVM_CRASHED,
    /** Somebody else ended the process of the link; {@code detail} is the signal, {@code symbol} the phase. */
    LINKER_KILLED,
    /** No process can be started for the link; {@code detail} is the system's reason. */
    PROCESS_NOT_STARTED,
    /** A link took longer than its {@link TimeLimit}; {@code symbol} is the phase that it was in. */
    TIMED_OUT,

    /** {@code input}, a file to be written, can't be; {@code detail} is the system's reason. */
    OUTPUT_UNWRITABLE,
    /** Two outputs of one link would go to the file {@code input}. */
    OUTPUT_TWICE,
    /** {@code input}, a file to be written, is the file {@code related} that is read, maybe by another name. */
    OUTPUT_IS_INPUT,
    /** Something that should not happen; {@code detail} describes it. */
    INTERNAL
}
