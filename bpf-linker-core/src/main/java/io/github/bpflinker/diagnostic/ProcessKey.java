package io.github.bpflinker.diagnostic;

/**
 * What two links must share to run in one process: an LLVM and its process-wide options.
 *
 * @param text equal for links that can share a process; not for users
 */
public record ProcessKey(String text) implements Payload {
    @Override
    public Kind kind() {
        return Kind.PROCESS_KEY;
    }
}
