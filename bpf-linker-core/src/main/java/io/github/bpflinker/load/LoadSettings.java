package io.github.bpflinker.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What a caller wants of loading, beside what the plan says.
 *
 * @param token the descriptor of a token; 0 for none
 * @param logLevel what the verifier says about programs that it accepts: 0 nothing, 1 each instruction, 2 each state, 4
 *     statistics
 * @param pinFolder where maps are pinned that ask for it by their definition
 * @param pins whether maps are pinned, and taken from pins, at all
 * @param timeLimit how long the verifier may take for one program; empty for as long as it likes
 */
record LoadSettings(int token, int logLevel, Path pinFolder, boolean pins, Optional<Duration> timeLimit) {

    private static final Path BPF_FILE_SYSTEM = Path.of("/sys/fs/bpf");

    static LoadSettings none() {
        return new LoadSettings(0, 0, BPF_FILE_SYSTEM, true, Optional.empty());
    }

    LoadSettings withToken(int changed) {
        return new LoadSettings(changed, logLevel, pinFolder, pins, timeLimit);
    }

    LoadSettings withLogLevel(int changed) {
        return new LoadSettings(token, changed, pinFolder, pins, timeLimit);
    }

    LoadSettings withPinFolder(Path changed) {
        return new LoadSettings(token, logLevel, changed, pins, timeLimit);
    }

    LoadSettings withPins(boolean changed) {
        return new LoadSettings(token, logLevel, pinFolder, changed, timeLimit);
    }

    LoadSettings withTimeLimit(Duration changed) {
        return new LoadSettings(token, logLevel, pinFolder, pins, Optional.of(changed));
    }
}
