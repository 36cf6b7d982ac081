package io.github.bpflinker.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The settings of a load that are not part of the plan.
 *
 * @param token the permissions of the caller, beside those of the process
 * @param logLevel the content of the verifier's log for accepted programs: 0 nothing, 1 each instruction, 2 each state,
 *     4 statistics
 * @param pinFolder the directory for maps that are pinned by name
 * @param pins whether maps are pinned and pinned maps are reused
 * @param typesRequired whether an object is refused if the kernel refuses its types
 * @param timeLimit the time limit of the verifier for one program; empty for no limit
 */
record LoadSettings(
        Optional<BpfToken> token,
        int logLevel,
        Path pinFolder,
        boolean pins,
        boolean typesRequired,
        Optional<Duration> timeLimit) {

    private static final Path BPF_FILE_SYSTEM = Path.of("/sys/fs/bpf");

    static LoadSettings none() {
        return new LoadSettings(Optional.empty(), 0, BPF_FILE_SYSTEM, true, false, Optional.empty());
    }

    LoadSettings withToken(BpfToken changed) {
        return new LoadSettings(Optional.of(changed), logLevel, pinFolder, pins, typesRequired, timeLimit);
    }

    LoadSettings withLogLevel(int changed) {
        return new LoadSettings(token, changed, pinFolder, pins, typesRequired, timeLimit);
    }

    LoadSettings withPinFolder(Path changed) {
        return new LoadSettings(token, logLevel, changed, pins, typesRequired, timeLimit);
    }

    LoadSettings withPins(boolean changed) {
        return new LoadSettings(token, logLevel, pinFolder, changed, typesRequired, timeLimit);
    }

    LoadSettings withTimeLimit(Duration changed) {
        return new LoadSettings(token, logLevel, pinFolder, pins, typesRequired, Optional.of(changed));
    }

    LoadSettings withTypesRequired() {
        return new LoadSettings(token, logLevel, pinFolder, pins, true, timeLimit);
    }
}
