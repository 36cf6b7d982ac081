package io.github.bpflinker.btf.dedup;

import io.github.bpflinker.btf.BtfType;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A type as the key of a hash table. Hashes the fields that distinguish most types, because the generated {@code
 * hashCode} of records uses method handles, whose initialization takes a cold process longer than the deduplication
 * itself.
 */
final class TypeKey {

    private static final int FACTOR = 31;

    private final BtfType type;
    private final int hash;

    TypeKey(BtfType type) {
        this.type = type;
        this.hash = hash(type);
    }

    private static int hash(BtfType type) {
        int hash = type.kind().code();
        hash = hash * FACTOR + type.name().hashCode();
        int references = type.referenceCount();
        hash = hash * FACTOR + references;
        for (int i = 0; i < references; i++) {
            hash = hash * FACTOR + type.reference(i);
        }
        if (type instanceof BtfType.Composite composite) {
            for (BtfType.Member member : composite.members()) {
                hash = hash * FACTOR + member.name().hashCode();
            }
        } else if (type instanceof BtfType.FuncProto prototype) {
            for (BtfType.Param param : prototype.params()) {
                hash = hash * FACTOR + param.name().hashCode();
            }
        } else if (type instanceof BtfType.Enumeration enumeration) {
            for (BtfType.Enumerator enumerator : enumeration.enumerators()) {
                hash = hash * FACTOR + enumerator.name().hashCode();
            }
        } else if (type instanceof BtfType.Array array) {
            hash = hash * FACTOR + Long.hashCode(array.count());
        }
        return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TypeKey key && hash == key.hash && Objects.equals(type, key.type);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
