package io.github.bpflinker.kernel.requirements;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfKind;
import io.github.bpflinker.btf.BtfType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The definition of a map in the BTF type of a variable in {@code .maps}. The type is a struct: a {@code __uint} member
 * points to an array whose number of elements is the value, {@code __type} members point to the types of keys and
 * values, and a {@code __ulong} member is an enumeration with one value.
 */
final class MapDefinition {

    /** The maximum nesting: the kernel supports one level of maps in maps. */
    private static final int LEVELS = 2;

    private final Btf btf;
    private final BtfType.Struct members;
    private final int level;

    private MapDefinition(Btf btf, BtfType.Struct members, int level) {
        this.btf = btf;
        this.members = members;
        this.level = level;
    }

    /** Finds the definition of a map by name. */
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

    /** The definition of the inner map, for a map of maps. */
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
