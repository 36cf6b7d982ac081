package io.github.bpflinker.load.core;

import io.github.bpflinker.btf.BtfKind;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.CoreRelocation;
import java.util.Locale;

/** Formats CO-RE relocations. */
public final class CoreText {

    private CoreText() {}

    /**
     * {@code struct task_struct.exit_code (byte_off)}: the kind and name of the type, the member or enumerator, and in
     * parentheses the kind of the relocation as in libbpf's log.
     */
    public static String describe(TargetTypes types, int type, String access, CoreRelocation.Kind kind) {
        StringBuilder text = new StringBuilder(root(types, type));
        try {
            AccessSpec spec = AccessSpec.parse(types, type, access, kind);
            String path = path(spec);
            text.append(path.isEmpty() || path.startsWith("[") ? "" : kind.isEnumerator() ? "::" : ".")
                    .append(path);
        } catch (CoreException e) {
            text.append(" access ").append(access);
        }
        return text.append(" (").append(kind.shortName()).append(')').toString();
    }

    /** {@code struct task_struct}: the kind and name of a type. */
    static String root(TargetTypes types, int type) {
        BtfType root = types.type(type);
        String kind = root.kind() == BtfKind.UNKN ? "void" : root.kind().name().toLowerCase(Locale.ROOT);
        return kind + " " + (root.name().isEmpty() ? "<anonymous>" : root.name());
    }

    /** {@code signal.rlim[3]}: the members and elements, or the enumerator; empty for the type itself. */
    static String path(AccessSpec spec) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < spec.steps().size(); i++) {
            AccessSpec.Step step = spec.steps().get(i);
            if (step.isNamed()) {
                text.append(text.isEmpty() ? "" : ".").append(step.name());
            } else if (i > 0 || step.index() > 0) {
                text.append('[').append(step.index()).append(']');
            }
        }
        return text.toString();
    }
}
