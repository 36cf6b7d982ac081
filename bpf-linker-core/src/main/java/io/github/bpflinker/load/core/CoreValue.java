package io.github.bpflinker.load.core;

/**
 * The result of computing a relocation ({@code struct bpf_core_relo_res}).
 *
 * @param original the value computed for the types of the program
 * @param value the value for the target
 * @param poison whether there is no target, so that the instruction must be poisoned
 * @param validate whether the instruction must contain {@code original}
 * @param unfit whether the field's size differs and the access can't be adapted
 * @param originalSize the size of the field in the types of the program, in bytes; 0 if it is not relevant
 * @param size the size of the field in the target's types
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
