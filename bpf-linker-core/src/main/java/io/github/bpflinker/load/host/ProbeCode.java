package io.github.bpflinker.load.host;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A builder of short programs for probes, in native byte order. */
final class ProbeCode {

    private static final int SIZE = 8;
    private static final int MOST = 16;
    private static final int REGISTER_BITS = 4;

    /** {@code BPF_ALU64 | BPF_MOV}, of a constant and of a register. */
    private static final int MOVE_CONSTANT = 0xb7;

    private static final int MOVE_REGISTER = 0xbf;
    private static final int ADD_CONSTANT = 0x07;
    private static final int CALL = 0x85;
    private static final int EXIT = 0x95;
    private static final int LOAD_CONSTANT_64 = 0x18;
    private static final int STORE_CONSTANT_64 = 0x7a;

    /** {@code BPF_PSEUDO_CALL} and {@code BPF_PSEUDO_MAP_VALUE}. */
    private static final int FUNCTION = 1;

    private static final int MAP_VALUE = 2;

    private final ByteBuffer code = ByteBuffer.allocate(MOST * SIZE).order(ByteOrder.nativeOrder());

    private ProbeCode add(int opcode, int destination, int source, int offset, int constant) {
        code.put((byte) opcode)
                .put((byte) (source << REGISTER_BITS | destination))
                .putShort((short) offset)
                .putInt(constant);
        return this;
    }

    /** {@code r = constant}. */
    ProbeCode set(int register, int constant) {
        return add(MOVE_CONSTANT, register, 0, 0, constant);
    }

    /** {@code r = s + constant}. */
    ProbeCode setTo(int register, int source, int constant) {
        return add(MOVE_REGISTER, register, source, 0, 0).add(ADD_CONSTANT, register, 0, 0, constant);
    }

    /** {@code r = address of a place in the only value of a map}. */
    ProbeCode setToValue(int register, int map, int offset) {
        return add(LOAD_CONSTANT_64, register, MAP_VALUE, 0, map).add(0, 0, 0, 0, offset);
    }

    /** {@code *(u64 *)r = constant}. */
    ProbeCode store(int register, int constant) {
        return add(STORE_CONSTANT_64, register, 0, 0, constant);
    }

    ProbeCode callHelper(int helper) {
        return add(CALL, 0, 0, 0, helper);
    }

    /** Calls the function at {@code distance} instructions after the next one. */
    ProbeCode callFunction(int distance) {
        return add(CALL, 0, FUNCTION, 0, distance);
    }

    /** Exits the program or function. */
    ProbeCode exit() {
        return add(EXIT, 0, 0, 0, 0);
    }

    /** {@code return 0}. */
    static ProbeCode returnZero() {
        return new ProbeCode().set(0, 0).exit();
    }

    ByteBuffer bytes() {
        return code.duplicate().order(code.order()).flip();
    }
}
