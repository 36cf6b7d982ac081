package io.github.bpflinker.link.marker;

import io.github.bpflinker.btf.BtfType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A type of the object, as far as markers need it. Structs, arrays and enumerations grow while markers are collected;
 * then {@link LocalLayout} lays them out.
 */
abstract sealed class LocalType {

    /** A type that references no other: a number or a forward declaration. */
    static final class Plain extends LocalType {
        final BtfType type;

        Plain(BtfType type) {
            this.type = type;
        }
    }

    /** A pointer; the target is null for {@code void}. */
    static final class Pointer extends LocalType {
        final @Nullable LocalType target;

        Pointer(@Nullable LocalType target) {
            this.target = target;
        }
    }

    /** An array as long as the greatest index, or with a fixed length. */
    static final class Array extends LocalType {
        final LocalType element;
        long count;

        Array(LocalType element, long count) {
            this.element = element;
            this.count = count;
        }
    }

    /** A struct or union of accessed members. The order of the names is that of the members. */
    static final class Composite extends LocalType {
        final String name;
        final boolean union;
        final Map<String, Member> members = new TreeMap<>();

        Composite(String name, boolean union) {
            this.name = name;
            this.union = union;
        }
    }

    /** A member of a {@link Composite}. */
    record Member(LocalType type, int bits) {}

    /** A struct or union with all its members, at the offsets that they have in the kernel. */
    static final class Whole extends LocalType {
        final BtfType.Composite original;
        final List<LocalType> types = new ArrayList<>();

        Whole(BtfType.Composite original) {
            this.original = original;
        }
    }

    /** An enumeration of accessed values. */
    static final class Enumeration extends LocalType {
        final String name;
        final long size;
        final boolean signed;
        final TreeSet<String> names = new TreeSet<>();

        Enumeration(String name, long size, boolean signed) {
            this.name = name;
            this.size = size;
            this.signed = signed;
        }
    }

    /** A typedef. */
    static final class Typedef extends LocalType {
        final String name;
        final @Nullable LocalType target;

        Typedef(String name, @Nullable LocalType target) {
            this.name = name;
            this.target = target;
        }
    }

    /** A function prototype. */
    static final class Prototype extends LocalType {
        final @Nullable LocalType result;
        final List<String> names;
        final List<@Nullable LocalType> parameters;

        Prototype(@Nullable LocalType result, List<String> names, List<@Nullable LocalType> parameters) {
            this.result = result;
            this.names = names;
            this.parameters = parameters;
        }
    }
}
