package io.github.bpflinker.llvm;

import com.sun.jna.StringArray;
import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.llvm.raw.Binding;
import io.github.bpflinker.llvm.raw.ContextApi;
import io.github.bpflinker.llvm.raw.PassApi;
import io.github.bpflinker.llvm.raw.TargetApi;
import io.github.bpflinker.version.LlvmVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The libLLVM of this process. There is at most one, with one set of options: LLVM keeps options in global variables
 * and can't take them back.
 */
public final class Llvm {

    private static @Nullable Llvm loaded;

    private final Path library;
    private final List<String> options;
    private final LlvmVersion version;
    private final AtomicInteger lastNumber = new AtomicInteger();

    private Llvm(Path library, List<String> options, LlvmVersion version) {
        this.library = library;
        this.options = options;
        this.version = version;
    }

    /**
     * Loads a libLLVM, or gives the one that is loaded.
     *
     * @param library the file
     * @param options for {@code LLVMParseCommandLineOptions}; LLVM ignores those that it does not know
     * @throws LinkException {@link Problem#LLVM_ALREADY_LOADED} if another library or other options are in force (its
     *     {@code detail} is {@link #key}), {@link Problem#LLVM_UNUSABLE} if the file can't be used
     */
    public static synchronized Llvm load(Path library, List<String> options) {
        Llvm present = loaded;
        if (present == null) {
            present = bind(library, List.copyOf(options));
            loaded = present;
        } else if (!present.library.equals(library) || !present.options.equals(options)) {
            throw new LinkException(Diagnostic.error(Problem.LLVM_ALREADY_LOADED)
                    .withInput(library.toString())
                    .withDetail(key(library, options))
                    .withRelated(List.of(key(present.library, present.options))));
        }
        return present;
    }

    /**
     * Starts what does not depend on which library is loaded, in the background: in a short-lived process the binding
     * takes as long as reading the inputs, which can be done meanwhile.
     */
    public static void prepare() {
        Thread thread = new Thread(Llvm::prepareBinding, "prepare-binding");
        thread.setDaemon(true);
        thread.start();
    }

    private static void prepareBinding() {
        try {
            Binding.prepare();
        } catch (LinkageError e) {
            return; // whoever binds runs into the same, and tells it
        }
    }

    /** What two links must share to run in one process. */
    public static String key(Path library, List<String> options) {
        List<String> parts = new ArrayList<>();
        parts.add(library.toString());
        parts.addAll(options);
        return String.join(" ", parts);
    }

    /** A number that this process had not yet, for names that LLVM remembers. */
    int nextNumber() {
        return lastNumber.incrementAndGet();
    }

    /** The version that the library says it has. */
    public LlvmVersion version() {
        return version;
    }

    /** The file that it was loaded from. */
    public Path library() {
        return library;
    }

    private static Llvm bind(Path library, List<String> options) {
        try {
            Binding.bind(library.toString());
        } catch (UnsatisfiedLinkError | NoClassDefFoundError e) {
            throw new LinkException(
                    Diagnostic.error(Problem.LLVM_UNUSABLE)
                            .withInput(library.toString())
                            .withDetail(e.getMessage()),
                    e);
        }
        TargetApi.LLVMInitializeBPFTargetInfo();
        TargetApi.LLVMInitializeBPFTarget();
        TargetApi.LLVMInitializeBPFTargetMC();
        TargetApi.LLVMInitializeBPFAsmPrinter();
        TargetApi.LLVMInitializeBPFAsmParser();
        if (!options.isEmpty()) {
            List<String> arguments = new ArrayList<>();
            arguments.add("bpf-linker");
            arguments.addAll(options);
            PassApi.LLVMParseCommandLineOptions(
                    arguments.size(), new StringArray(arguments.toArray(String[]::new), "UTF-8"), "");
        }
        int[] major = new int[1];
        int[] minor = new int[1];
        int[] patch = new int[1];
        ContextApi.LLVMGetVersion(major, minor, patch);
        return new Llvm(library, options, new LlvmVersion(major[0], minor[0], patch[0]));
    }
}
