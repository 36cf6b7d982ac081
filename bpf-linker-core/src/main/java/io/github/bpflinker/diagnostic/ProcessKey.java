package io.github.bpflinker.diagnostic;

/**
 * The key of an LLVM with its process-wide options. Links run in the same process only if their keys are equal.
 *
 * @param text the key; not shown to users
 */
public record ProcessKey(String text) implements Payload {
    @Override
    public Kind kind() {
        return Kind.PROCESS_KEY;
    }
}
