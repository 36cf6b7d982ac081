package io.github.bpflinker.attach;

/** Where packets meet an XDP program. */
public enum XdpMode {
    /** The driver if it can, else {@link #GENERIC}. */
    ANY(0),
    /** In the driver, before the kernel makes a socket buffer of the packet. */
    DRIVER(1 << 2),
    /** Behind the driver, with every interface. */
    GENERIC(1 << 1);

    private final int flag;

    XdpMode(int flag) {
        this.flag = flag;
    }

    /** {@code XDP_FLAGS_…}. */
    int flag() {
        return flag;
    }
}
