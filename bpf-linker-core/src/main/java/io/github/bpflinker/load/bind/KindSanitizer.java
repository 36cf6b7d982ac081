package io.github.bpflinker.load.bind;

import io.github.bpflinker.btf.BtfKind;
import io.github.bpflinker.btf.BtfLinkage;
import io.github.bpflinker.load.image.BtfImage;
import java.util.function.Predicate;

/**
 * Replaces kinds of BTF that a kernel does not support with supported ones of the same size and id ({@code
 * bpf_object__sanitize_btf}).
 */
final class KindSanitizer {

    private static final int WORDS = 3;

    private final BtfImage image;
    private final Predicate<Ability> kernel;
    private int placeholder;
    private boolean changed;

    private KindSanitizer(BtfImage image, Predicate<Ability> kernel) {
        this.image = image;
        this.kernel = kernel;
    }

    /**
     * Modifies {@code image}; queries a feature only if the result depends on it. Returns whether anything was changed.
     */
    static boolean apply(BtfImage image, Predicate<Ability> kernel) {
        KindSanitizer sanitizer = new KindSanitizer(image, kernel);
        int count = image.typeCount();
        for (int id = 1; id < count; id++) {
            sanitizer.type(id);
        }
        return sanitizer.changed;
    }

    private boolean lacks(Ability ability) {
        boolean lacks = !kernel.test(ability);
        changed |= lacks;
        return lacks;
    }

    private void type(int id) {
        switch (image.kind(id)) {
            case VAR -> {
                if (lacks(Ability.BTF_DATASEC)) {
                    smallInteger(id);
                }
            }
            case DECL_TAG -> {
                if (lacks(Ability.BTF_DECL_TAG)) {
                    smallInteger(id);
                }
            }
            case DATASEC -> section(id);
            case FUNC_PROTO -> {
                if (lacks(Ability.BTF_FUNC)) {
                    image.setInfo(id, BtfKind.ENUM, false, image.elements(id));
                    image.setWord(id, Integer.BYTES);
                }
            }
            case FUNC -> function(id);
            case FLOAT -> {
                if (lacks(Ability.BTF_FLOAT)) {
                    image.setName(id, 0);
                    image.setInfo(id, BtfKind.STRUCT, false, 0);
                }
            }
            case TYPE_TAG -> {
                if (lacks(Ability.BTF_TYPE_TAG)) {
                    image.setName(id, 0);
                    image.setInfo(id, BtfKind.CONST, false, 0);
                }
            }
            case ENUM -> {
                if (image.flag(id) && lacks(Ability.BTF_ENUM64)) {
                    image.setInfo(id, BtfKind.ENUM, false, image.elements(id));
                }
            }
            case ENUM64 -> wideEnumeration(id);
            default -> {}
        }
    }

    /** Replaces a type with an integer of one byte, the minimum size of a variable. */
    private void smallInteger(int id) {
        image.setInfo(id, BtfKind.INT, false, 0);
        image.setWord(id, 1);
        image.setExtra(id, 0, Byte.SIZE);
    }

    private void section(int id) {
        int name = image.name(id);
        if (lacks(Ability.BTF_DATASEC)) {
            for (int at = name; image.stringByte(at) != 0; at++) {
                if (image.stringByte(at) == '.' || image.stringByte(at) == '?') {
                    image.setStringByte(at, (byte) '_');
                }
            }
            int variables = image.elements(id);
            image.setInfo(id, BtfKind.STRUCT, false, variables);
            for (int i = 0; i < variables; i++) {
                int variable = image.extra(id, WORDS * i);
                int offset = image.extra(id, WORDS * i + 1);
                image.setExtra(id, WORDS * i, variable == 0 ? 0 : image.name(variable));
                image.setExtra(id, WORDS * i + 1, variable);
                image.setExtra(id, WORDS * i + 2, offset * Byte.SIZE);
            }
        } else if (image.stringByte(name) == '?' && lacks(Ability.BTF_QMARK_DATASEC)) {
            image.setStringByte(name, (byte) '_');
        }
    }

    private void function(int id) {
        if (lacks(Ability.BTF_FUNC)) {
            image.setInfo(id, BtfKind.TYPEDEF, false, 0);
        } else if (image.elements(id) != BtfLinkage.STATIC.code() && lacks(Ability.BTF_GLOBAL_FUNC)) {
            image.setInfo(id, BtfKind.FUNC, false, BtfLinkage.STATIC.code());
        }
    }

    private void wideEnumeration(int id) {
        if (lacks(Ability.BTF_ENUM64)) {
            if (placeholder == 0) {
                int name = image.addString("enum64_placeholder");
                placeholder = image.addType(name, BtfKind.INT, false, 0, 1, Byte.SIZE);
            }
            int values = image.elements(id);
            image.setInfo(id, BtfKind.UNION, false, values);
            for (int i = 0; i < values; i++) {
                image.setExtra(id, WORDS * i + 1, placeholder);
                image.setExtra(id, WORDS * i + 2, 0);
            }
        }
    }
}
