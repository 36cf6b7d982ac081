package io.github.bpflinker.llvm.raw;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.util.Map;

/** Binds the classes of this package to a library. */
public final class Binding {

    private static final int RTLD_LAZY = 1;

    /** Strings are UTF-8 independent of the locale; symbols are not visible to other libraries of the process. */
    private static final Map<String, Object> OPTIONS = Map.of(
            Library.OPTION_STRING_ENCODING, "UTF-8", Library.OPTION_OPEN_FLAGS, Platform.isLinux() ? RTLD_LAZY : -1);

    private Binding() {}

    /** Loads JNA itself. */
    public static void prepare() {
        Native.getNativeSize(long.class);
    }

    /**
     * Loads the library and binds to it. Must be called at most once in a process.
     *
     * @param library the path of a libLLVM
     * @throws UnsatisfiedLinkError if it can't be loaded or lacks a function
     */
    public static void bind(String library) {
        NativeLibrary loaded = NativeLibrary.getInstance(library, OPTIONS);
        ContextApi.register(loaded);
        ModuleApi.register(loaded);
        ValueApi.register(loaded);
        TypeApi.register(loaded);
        ReadWriteApi.register(loaded);
        TargetApi.register(loaded);
        PassApi.register(loaded);
        DebugInfoApi.register(loaded);
        BuilderApi.register(loaded);
    }
}
