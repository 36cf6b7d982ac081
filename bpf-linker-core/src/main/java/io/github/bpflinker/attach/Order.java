package io.github.bpflinker.attach;

/**
 * A {@link Place} as bpf(2) takes it: {@code BPF_F_BEFORE}, {@code BPF_F_AFTER} and {@code BPF_F_LINK}.
 *
 * @param flags of the link
 * @param relative descriptor of the link beside which it goes; 0 for an end of the list
 */
record Order(int flags, int relative) {

    private static final int BEFORE = 1 << 3;
    private static final int AFTER = 1 << 4;
    private static final int LINK = 1 << 13;

    static Order of(Place place) {
        if (place instanceof Place.First) {
            return new Order(BEFORE, 0);
        }
        if (place instanceof Place.Before before) {
            return new Order(BEFORE | LINK, before.other().fd());
        }
        if (place instanceof Place.After after) {
            return new Order(AFTER | LINK, after.other().fd());
        }
        return new Order(0, 0);
    }
}
