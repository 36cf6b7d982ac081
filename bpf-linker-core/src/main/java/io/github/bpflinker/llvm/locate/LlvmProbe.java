package io.github.bpflinker.llvm.locate;

import com.sun.jna.Function;
import com.sun.jna.Library;
import com.sun.jna.NativeLibrary;
import com.sun.jna.StringArray;
import com.sun.jna.ptr.IntByReference;
import io.github.bpflinker.file.LibraryReason;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The main class of a child process that queries a libLLVM. Its output lines start with {@link #MARK}, to distinguish
 * them from the output of LLVM.
 */
public final class LlvmProbe {

    static final String MARK = "bpf-linker-probe ";
    static final String VERSION = "version";
    static final String OPTIONS = "options";
    static final String CHECK = "check";

    /** The program name in LLVM's messages. */
    static final String PROGRAM = "llvm";

    /** RTLD_LAZY without RTLD_GLOBAL, with the values of glibc and macOS. */
    private static final int LAZY_LOCAL = 1;

    private static final List<String> NEEDED = List.of(
            "LLVMInitializeBPFTargetInfo",
            "LLVMInitializeBPFTarget",
            "LLVMInitializeBPFTargetMC",
            "LLVMInitializeBPFAsmPrinter");

    private LlvmProbe() {}

    /**
     * Runs one query.
     *
     * @param arguments the query, the library, and for {@value #CHECK} the options to parse: {@value #VERSION} prints
     *     version and target, {@value #OPTIONS} prints all options, {@value #CHECK} prints LLVM's errors for the
     *     options
     */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        NativeLibrary library;
        try {
            library = NativeLibrary.getInstance(arguments[1], Map.of(Library.OPTION_OPEN_FLAGS, LAZY_LOCAL));
        } catch (UnsatisfiedLinkError e) {
            out.println(MARK + "unloadable " + LibraryReason.of(arguments[1], e));
            return;
        }
        switch (arguments[0]) {
            case VERSION -> printVersion(library, out);
            case OPTIONS -> parse(library, List.of("--help-list-hidden"));
            case CHECK -> {
                parse(library, Arrays.asList(arguments).subList(2, arguments.length));
                out.println(MARK + "checked");
            }
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static void printVersion(NativeLibrary library, PrintStream out) {
        IntByReference major = new IntByReference();
        IntByReference minor = new IntByReference();
        IntByReference patch = new IntByReference();
        Optional<Function> version = function(library, "LLVMGetVersion");
        if (version.isPresent()) {
            version.get().invokeVoid(new Object[] {major, minor, patch});
            out.println(MARK + "version " + major.getValue() + "." + minor.getValue() + "." + patch.getValue());
        } else {
            out.println(MARK + (function(library, "LLVMContextCreate").isPresent() ? "ancient" : "stranger"));
        }
        for (String name : NEEDED) {
            if (function(library, name).isEmpty()) {
                out.println(MARK + "missing " + name);
            }
        }
        out.println(MARK + "done");
    }

    private static void parse(NativeLibrary library, List<String> options) {
        String[] command = new String[options.size() + 1];
        command[0] = PROGRAM;
        for (int i = 0; i < options.size(); i++) {
            command[i + 1] = options.get(i);
        }
        library.getFunction("LLVMParseCommandLineOptions")
                .invokeVoid(new Object[] {command.length, new StringArray(command), null});
    }

    private static Optional<Function> function(NativeLibrary library, String name) {
        try {
            return Optional.of(library.getFunction(name));
        } catch (UnsatisfiedLinkError e) {
            return Optional.empty();
        }
    }
}
