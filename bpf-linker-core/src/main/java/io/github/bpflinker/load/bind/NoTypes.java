package io.github.bpflinker.load.bind;

import io.github.bpflinker.btf.BtfKind;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.load.core.TargetTypes;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** The empty types of an object without BTF. */
final class NoTypes implements TargetTypes {

    static final TargetTypes INSTANCE = new NoTypes();

    private static final BtfType VOID = new BtfType.Void();

    private NoTypes() {}

    @Override
    public String name() {
        return "no BTF";
    }

    @Override
    public int firstId() {
        return 1;
    }

    @Override
    public int typeCount() {
        return 1;
    }

    @Override
    public int pointerSize() {
        return Long.BYTES;
    }

    @Override
    public BtfType type(int id) {
        Objects.checkIndex(id, 1);
        return VOID;
    }

    @Override
    public int[] candidates(String essentialName) {
        return new int[0];
    }

    @Override
    public OptionalInt find(String name, BtfKind kind) {
        return OptionalInt.empty();
    }

    @Override
    public OptionalLong sizeOf(int id) {
        return OptionalLong.empty();
    }
}
