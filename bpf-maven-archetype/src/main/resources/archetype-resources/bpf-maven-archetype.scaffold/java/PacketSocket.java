package @package@;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.ptr.IntByReference;
import java.nio.ByteOrder;

/** A socket that sees the packets of all interfaces, which the JDK does not have; see packet(7). */
final class PacketSocket implements AutoCloseable {

    private static final int AF_PACKET = 17;
    private static final int SOCK_RAW = 3;
    private static final short ETH_P_ALL = 3;
    private static final int SOL_SOCKET = 1;
    private static final int SO_ATTACH_BPF = 50;
    private static final C LIBRARY = Native.load("c", C.class);

    private final int descriptor;

    private PacketSocket(int descriptor) {
        this.descriptor = descriptor;
    }

    /** Functions of the C library. */
    interface C extends Library {
        int socket(int domain, int type, int protocol) throws LastErrorException;

        int setsockopt(int socket, int level, int name, IntByReference value, int size) throws LastErrorException;

        int close(int descriptor) throws LastErrorException;
    }

    /** The kernel does not permit it. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Refused(LastErrorException cause) {
            super("packets can't be watched: " + cause.getMessage() + "; run as root, or with CAP_NET_RAW", cause);
        }
    }

    static PacketSocket open() {
        boolean little = ByteOrder.nativeOrder().equals(ByteOrder.LITTLE_ENDIAN);
        int protocol = little ? Short.toUnsignedInt(Short.reverseBytes(ETH_P_ALL)) : ETH_P_ALL;
        try {
            return new PacketSocket(LIBRARY.socket(AF_PACKET, SOCK_RAW, protocol));
        } catch (LastErrorException e) {
            throw new Refused(e);
        }
    }

    /** Has a program see each packet; the packet is dropped for the socket where the program returns 0. */
    void attach(int program) {
        try {
            LIBRARY.setsockopt(descriptor, SOL_SOCKET, SO_ATTACH_BPF, new IntByReference(program), Integer.BYTES);
        } catch (LastErrorException e) {
            throw new Refused(e);
        }
    }

    @Override
    public void close() {
        LIBRARY.close(descriptor);
    }
}
