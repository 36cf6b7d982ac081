package io.github.bpflinker.llvm.locate;

import io.github.bpflinker.option.Provider;
import io.github.bpflinker.version.LlvmVersion;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A libLLVM that was found.
 *
 * @param provider where it comes from
 * @param library its file, symbolic links resolved. An embedded library is unpacked on first use, so the file may not
 *     exist until {@link LlvmLocator#select} returns it
 * @param version the version that the library reports; empty if the probe failed
 * @param unusable the reason for which it can't be used; empty if it can
 */
public record LlvmInstallation(
        Provider provider, Path library, Optional<LlvmVersion> version, Optional<String> unusable) {

    /**
     * The oldest supported release, which introduced {@code LLVMGetDINodeTag} and {@code LLVMReplaceMDNodeOperandWith}.
     */
    public static final int OLDEST_MAJOR = 17;

    /** Creates an installation that is usable unless its version is too old. */
    public static LlvmInstallation of(Provider provider, Path library, LlvmVersion version) {
        Optional<String> tooOld =
                version.major() < OLDEST_MAJOR ? Optional.of(olderThanSupported(version.major())) : Optional.empty();
        return new LlvmInstallation(provider, library, Optional.of(version), tooOld);
    }

    static String olderThanSupported(int major) {
        return "LLVM " + major + " is older than " + OLDEST_MAJOR + ", the oldest that works";
    }

    public boolean isUsable() {
        return unusable.isEmpty() && version.isPresent();
    }

    /** Provider, version, path, and the reason for which it can't be used, in one line. */
    public String describe() {
        return provider.optionName()
                + version.map(known -> " " + known).orElse("")
                + " "
                + library
                + unusable.map(reason -> " (" + reason + ")").orElse("");
    }
}
