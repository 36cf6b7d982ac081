package io.github.bpflinker.load.core;

/**
 * What a relocation does to its instruction ({@code struct bpf_core_relo_res}).
 *
 * @param original what the compiler put there, by the types of the program
 * @param value what is put there
 * @param poison whether there is no target, so that the instruction must not be reached
 * @param validate whether the instruction must hold {@code original}
 * @param unfit whether the field's size differs in a way that no load or store of another size makes up for
 * @param originalSize of the field in the types of the program, in bytes; 0 if it does not count
 * @param size of the field in the target's types
 */
public record CoreValue(
        long original, long value, boolean poison, boolean validate, boolean unfit, int originalSize, int size) {

    static CoreValue ofMissing(long original) {
        return new CoreValue(original, 0, true, true, false, 0, 0);
    }

    static CoreValue of(long original, long value, boolean validate) {
        return new CoreValue(original, value, false, validate, false, 0, 0);
    }
}
