package io.github.bpflinker.attach;

/**
 * A filter of clsact.
 *
 * @param direction of the packets
 * @param priority from 1, the smaller the earlier, to 65535
 */
public record FilterOptions(Direction direction, int priority) {

    private static final int MOST = 0xffff;

    /** Of packets. */
    public enum Direction {
        INGRESS(0xfffffff2),
        EGRESS(0xfffffff3);

        private final int parent;

        Direction(int parent) {
            this.parent = parent;
        }

        /** {@code TC_H_MAKE(TC_H_CLSACT, …)}. */
        int parent() {
            return parent;
        }
    }

    public FilterOptions {
        if (priority < 1 || priority > MOST) {
            throw new IllegalArgumentException("priority " + priority + " is not from 1 to 65535");
        }
    }

    /** For packets that come in. */
    public static FilterOptions ingress(int priority) {
        return new FilterOptions(Direction.INGRESS, priority);
    }

    /** For packets that leave. */
    public static FilterOptions egress(int priority) {
        return new FilterOptions(Direction.EGRESS, priority);
    }
}
