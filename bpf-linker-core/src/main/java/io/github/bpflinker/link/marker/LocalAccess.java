package io.github.bpflinker.link.marker;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A path in local types.
 *
 * @param root the type at which it starts
 * @param steps members by name, elements by index, or one enumerator; empty for the whole type
 */
record LocalAccess(LocalType root, List<Step> steps) {

    LocalAccess {
        steps = List.copyOf(steps);
    }

    /**
     * A step of a path.
     *
     * @param name of a member or enumerator; empty for an index
     */
    record Step(String name, int index) {
        static Step of(String name) {
            return new Step(name, 0);
        }

        static Step of(int index) {
            return new Step("", index);
        }
    }

    /** The type at its end. */
    @Nullable
    LocalType end() {
        LocalType type = root;
        for (Step step : steps) {
            if (step.name().isEmpty()) {
                type = ((LocalType.Array) type).element;
            } else {
                LocalType.Composite composite = composite(type);
                LocalType.Member member = composite == null ? null : composite.members.get(step.name());
                if (member == null) {
                    return null;
                }
                type = member.type();
            }
        }
        return type;
    }

    /** The struct or union of a type, through a typedef; null if it is none. */
    static LocalType.@Nullable Composite composite(@Nullable LocalType type) {
        if (type instanceof LocalType.Typedef typedef) {
            return composite(typedef.target);
        }
        return type instanceof LocalType.Composite composite ? composite : null;
    }

    /** Whether two members can be one. */
    static boolean alike(LocalType.Member one, LocalType.Member other) {
        return one.bits() == other.bits() && alike(one.type(), other.type());
    }

    private static boolean alike(@Nullable LocalType one, @Nullable LocalType other) {
        if (one instanceof LocalType.Plain plain && other instanceof LocalType.Plain same) {
            return plain.type.equals(same.type);
        }
        if (one instanceof LocalType.Array array && other instanceof LocalType.Array same) {
            return alike(array.element, same.element);
        }
        if (one instanceof LocalType.Composite composite && other instanceof LocalType.Composite same) {
            return composite.union == same.union && composite.name.equals(same.name);
        }
        if (one instanceof LocalType.Enumeration values && other instanceof LocalType.Enumeration same) {
            return values.name.equals(same.name);
        }
        if (one instanceof LocalType.Pointer && other instanceof LocalType.Pointer) {
            return true;
        }
        return Objects.equals(one, other);
    }

    /** Makes arrays as long as those of another type. */
    static void lengthen(LocalType type, LocalType other) {
        if (type instanceof LocalType.Array array && other instanceof LocalType.Array longer) {
            array.count = Math.max(array.count, longer.count);
            lengthen(array.element, longer.element);
        }
    }
}
