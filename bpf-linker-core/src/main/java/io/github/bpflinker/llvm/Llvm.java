package io.github.bpflinker.llvm;

import com.sun.jna.StringArray;
import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.diagnostic.ProcessKey;
import io.github.bpflinker.file.LibraryReason;
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
 * The libLLVM of this process. There is at most one, with one set of options, because LLVM stores options in global
 * variables and can't reset them.
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
     * Loads a libLLVM, or returns the loaded one.
     *
     * @param library the file
     * @param options for {@code LLVMParseCommandLineOptions}; LLVM ignores unknown options
     * @throws LinkException {@link Problem#LLVM_ALREADY_LOADED} if another library or other options are already loaded
     *     (its payload is the {@link #key}), {@link Problem#LLVM_UNUSABLE} if the file can't be used
     */
    public static synchronized Llvm load(Path library, List<String> options) {
        Llvm present = loaded;
        if (present == null) {
            present = bind(library, List.copyOf(options));
            loaded = present;
        } else if (!present.library.equals(library) || !present.options.equals(options)) {
            throw new LinkException(Diagnostic.error(Problem.LLVM_ALREADY_LOADED)
                    .withInput(library.toString())
                    .withPayload(new ProcessKey(key(library, options)))
                    .withRelated(List.of(key(present.library, present.options))));
        }
        return present;
    }

    /**
     * Starts the initialization of JNA, which does not depend on the library, in a background thread. In a short-lived
     * process it takes as long as reading the inputs.
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
            return; // binding fails with the same error and reports it
        }
    }

    /** The key of a library with options. Links run in the same process only if their keys are equal. */
    public static String key(Path library, List<String> options) {
        List<String> parts = new ArrayList<>();
        parts.add(library.toString());
        parts.addAll(options);
        return String.join(" ", parts);
    }

    /** A number that is unique in this process, for names that LLVM caches. */
    int nextNumber() {
        return lastNumber.incrementAndGet();
    }

    /** The version that the library reports. */
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
                            .withDetail(LibraryReason.of(library.toString(), e)),
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
