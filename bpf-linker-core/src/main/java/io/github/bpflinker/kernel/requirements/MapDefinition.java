package io.github.bpflinker.kernel.requirements;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfKind;
import io.github.bpflinker.btf.BtfType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A map as the BTF type of a variable in {@code .maps} describes it: a struct whose members point to arrays of as many
 * elements as the number that they stand for, or to the types of keys and values; {@code __ulong} instead makes an
 * enumeration of one value.
 */
final class MapDefinition {

    /** A map in a map in a map is no use: the kernel takes only one level. */
    private static final int LEVELS = 2;

    private final Btf btf;
    private final BtfType.Struct members;
    private final int level;

    private MapDefinition(Btf btf, BtfType.Struct members, int level) {
        this.btf = btf;
        this.members = members;
        this.level = level;
    }

    /** That of the map of this name, if the BTF has one. */
    static Optional<MapDefinition> find(Btf btf, String name) {
        OptionalInt variable = btf.find(name, BtfKind.VAR);
        return variable.isEmpty() ? Optional.empty() : of(btf, ((BtfType.Var) btf.type(variable.getAsInt())).type(), 1);
    }

    private static Optional<MapDefinition> of(Btf btf, int type, int level) {
        return btf.type(btf.strip(type)) instanceof BtfType.Struct struct && level <= LEVELS
                ? Optional.of(new MapDefinition(btf, struct, level))
                : Optional.empty();
    }

    Optional<Integer> type() {
        return number("type");
    }

    int flags() {
        return number("map_flags").orElse(0);
    }

    /** The id of the type of its values. */
    Optional<Integer> value() {
        return member("value").filter(BtfType.Ptr.class::isInstance).map(type -> ((BtfType.Ptr) type).type());
    }

    /** What its values are, if they are maps. */
    Optional<MapDefinition> inner() {
        return member("values")
                .filter(BtfType.Array.class::isInstance)
                .map(type -> btf.type(btf.strip(((BtfType.Array) type).element())))
                .filter(BtfType.Ptr.class::isInstance)
                .flatMap(type -> of(btf, ((BtfType.Ptr) type).type(), level + 1));
    }

    private Optional<BtfType> member(String name) {
        return members.members().stream()
                .filter(member -> member.name().equals(name))
                .findFirst()
                .map(member -> btf.type(btf.strip(member.type())));
    }

    private Optional<Integer> number(String name) {
        return member(name).flatMap(type -> {
            if (type instanceof BtfType.Ptr pointer
                    && btf.type(btf.strip(pointer.type())) instanceof BtfType.Array array) {
                return Optional.of((int) array.count());
            }
            List<BtfType.Enumerator> values =
                    type instanceof BtfType.Enumeration enumeration ? enumeration.enumerators() : List.of();
            return values.isEmpty()
                    ? Optional.empty()
                    : Optional.of((int) values.get(0).value());
        });
    }
}
