package io.github.bpflinker.load.syscall;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A message of rtnetlink: {@code struct nlmsghdr}, the header of its kind, and attributes, each aligned to 4 bytes. Source:
 * {@code include/uapi/linux/netlink.h}. Mutable, of one request.
 */
public final class NetlinkMessage {

    private static final int ROOM = 1024;
    private static final int HEADER = 16;
    private static final int REQUEST = 1;
    private static final int ACKNOWLEDGE = 4;
    private static final int NESTED = 1 << 15;

    private final NativeMemory memory = NativeMemory.allocate(ROOM);
    private final ByteBuffer bytes = memory.bytes();
    private int end;

    /**
     * A message without attributes.
     *
     * @param type {@code RTM_…}
     * @param flags {@code NLM_F_…}, more than those of a request that is acknowledged
     * @param headerSize bytes of the header of its kind
     */
    public NetlinkMessage(int type, int flags, int headerSize) {
        end = HEADER + headerSize;
        bytes.putShort(4, (short) type).putShort(6, (short) (flags | REQUEST | ACKNOWLEDGE));
    }

    /** A number in the header of its kind, 4 bytes. */
    public NetlinkMessage header(int at, int value) {
        bytes.putInt(HEADER + at, value);
        return this;
    }

    /** A number in the header of its kind, 1 byte. */
    public NetlinkMessage headerByte(int at, int value) {
        bytes.put(HEADER + at, (byte) value);
        return this;
    }

    /** An attribute of 4 bytes. */
    public NetlinkMessage number(int type, int value) {
        attribute(type, Integer.BYTES);
        bytes.putInt(end, value);
        end += Integer.BYTES;
        return this;
    }

    /** An attribute of 2 bytes. */
    public NetlinkMessage shortNumber(int type, int value) {
        attribute(type, Short.BYTES);
        bytes.putShort(end, (short) value);
        end += Integer.BYTES;
        return this;
    }

    /** An attribute with text, a zero behind it. */
    public NetlinkMessage text(int type, String value) {
        byte[] content = value.getBytes(StandardCharsets.UTF_8);
        return bytes(type, Arrays.copyOf(content, content.length + 1));
    }

    /** An attribute with bytes. */
    public NetlinkMessage bytes(int type, byte[] value) {
        attribute(type, value.length);
        bytes.put(end, value);
        end = end + value.length + 3 & ~3;
        return this;
    }

    private void attribute(int type, int length) {
        bytes.putShort(end, (short) (length + 4)).putShort(end + 2, (short) type);
        end += 4;
    }

    /** Begins an attribute that holds others; what it answers with ends it. */
    public int begin(int type) {
        int at = end;
        attribute(type | NESTED, 0);
        return at;
    }

    /** Ends an attribute that holds others. */
    public NetlinkMessage end(int begun) {
        bytes.putShort(begun, (short) (end - begun));
        return this;
    }

    /** The whole message. */
    NativeMemory finish(int sequence) {
        bytes.putInt(0, end).putInt(8, sequence);
        return memory;
    }

    int size() {
        return end;
    }
}
