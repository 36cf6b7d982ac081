package io.github.bpflinker.link.marker;

import io.github.bpflinker.btf.BtfKind;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.llvm.GlobalValue;
import io.github.bpflinker.llvm.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A symbol that the loader resolves, and the markers that stand for it. */
final class MarkerExtern {

    /** The number of elements of a string of the configuration for which the declaration is not compared. */
    private static final int NO_ARRAY = -1;

    private static final String KSYMS = ".ksyms";
    private static final String KCONFIG = ".kconfig";

    private final String name;
    private final List<Declared> declarations = new ArrayList<>();
    private @Nullable GlobalValue first;
    private boolean weak;
    private boolean configuration;
    private @Nullable FieldType said;
    private Marker.@Nullable Signature signature;

    /** The local type; null for {@code void}. Set by {@link #describe}. */
    private @Nullable LocalType type;

    MarkerExtern(String name) {
        this.name = name;
    }

    /** Adds a marker. */
    void add(Declared declared) {
        if (first == null) {
            first = declared.value();
        }
        if (declared.marker() instanceof Marker.Config config) {
            configuration = true;
            weak |= config.weak();
            said = same(said, config.type());
            declarations.add(declared);
        } else if (declared.marker() instanceof Marker.KernelSymbol symbol) {
            weak |= symbol.weak();
            said = same(said, symbol.type());
            signature = same(signature, symbol.signature());
            if (said != null && signature != null) {
                throw anotherType();
            }
            if (!symbol.question()) {
                declarations.add(declared);
            }
        }
    }

    /** What the markers say, if the one that is added says the same or nothing. */
    private <T> @Nullable T same(@Nullable T known, @Nullable T added) {
        if (known != null && added != null && !known.equals(added)) {
            throw anotherType();
        }
        return known == null ? added : known;
    }

    private MarkerException anotherType() {
        return new MarkerException("another marker says another type for '" + name + "'");
    }

    String name() {
        return name;
    }

    /** The first marker that stands for it. */
    GlobalValue first() {
        return Objects.requireNonNull(first);
    }

    boolean isWeak() {
        return weak;
    }

    /** The declarations that it replaces. */
    List<Declared> declarations() {
        return declarations;
    }

    String section() {
        return configuration ? KCONFIG : KSYMS;
    }

    @Nullable
    LocalType type() {
        return type;
    }

    boolean isFunction() {
        return type instanceof LocalType.Prototype;
    }

    /** Finds its type, and checks that the declarations fit it. */
    void describe(LocalTypes types) {
        if (configuration) {
            describeConfiguration(types);
            return;
        }
        Marker.Signature own = signature;
        FieldType variable = said;
        if (own != null) {
            List<String> names = own.parameters().stream().map(parameter -> "").toList();
            List<@Nullable LocalType> parameters = new ArrayList<>();
            own.parameters().forEach(parameter -> parameters.add(types.said(parameter, true)));
            FieldType result = own.result();
            type = new LocalType.Prototype(result == null ? null : types.said(result, true), names, parameters);
        } else if (variable != null) {
            type = types.said(variable, true);
        } else {
            type = ofKernel(types);
        }
        for (Declared declared : declarations) {
            if (declared.isFunction() != isFunction()) {
                throw new MarkerException("'" + name + "' is a " + (isFunction() ? "function" : "variable")
                        + " of the kernel, and is declared as a " + (isFunction() ? "static" : "function"));
            }
            if (isFunction()) {
                KfuncSignatureCheck.requireFit(name, (LocalType.Prototype) Objects.requireNonNull(type), declared);
            }
        }
    }

    /** The type in the kernel. A symbol of which a program only asks whether it is there needs none. */
    private @Nullable LocalType ofKernel(LocalTypes types) {
        ReferenceTypes reference = types.reference();
        boolean function = declarations.isEmpty() || declarations.get(0).isFunction();
        BtfKind likely = function ? BtfKind.FUNC : BtfKind.VAR;
        Optional<LocalType> found =
                ofKernel(types, likely).or(() -> ofKernel(types, function ? BtfKind.VAR : BtfKind.FUNC));
        if (found.isPresent() || declarations.isEmpty()) {
            return found.orElse(null);
        }
        MarkerException unknown = reference.unknownSymbol(name, likely);
        if (!unknown.nearest().isEmpty()) {
            throw unknown;
        }
        throw new MarkerException(unknown.reason()
                + (function
                        ? "; if other kernels have it, say its signature, as in " + name + "(*task_struct,u64)->i32"
                        : "; one that BTF does not describe is " + name + ":void"));
    }

    private Optional<LocalType> ofKernel(LocalTypes types, BtfKind kind) {
        OptionalInt id = types.reference().symbol(name, kind);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        BtfType.Reference symbol = (BtfType.Reference) types.reference().type(id.getAsInt());
        return Optional.ofNullable(types.of(symbol.type(), true));
    }

    private void describeConfiguration(LocalTypes types) {
        FieldType own = Objects.requireNonNull(said);
        type = types.said(own, true);
        for (Declared declared : declarations) {
            if (declared.isFunction()) {
                throw new MarkerException("a value of the configuration is declared as a static, not as a function");
            }
            requireSize(own, declared.type());
        }
    }

    private static void requireSize(FieldType own, Type declared) {
        int length = own.bounds().isEmpty() ? NO_ARRAY : own.bounds().get(0);
        int bits = declared.integerWidth();
        int wanted = own.base() instanceof FieldType.Scalar scalar ? bits(scalar.name()) : bits;
        boolean fits = length == NO_ARRAY
                ? bits == 0 || bits == wanted
                : declared.arrayLength() == NO_ARRAY || declared.arrayLength() == length;
        if (!fits) {
            throw new MarkerException("the static has the type " + declared.text() + " in LLVM's terms, and the marker"
                    + " says " + own.words());
        }
    }

    private static int bits(String scalar) {
        return switch (scalar) {
            case "bool", "char" -> Byte.SIZE;
            case "tristate" -> Integer.SIZE;
            default -> Integer.parseInt(scalar.substring(1));
        };
    }

    /** The declaration in IR. */
    String declaration(String debugInfo) {
        String linkage = weak ? "extern_weak" : "external";
        if (!isFunction()) {
            return "@" + MarkerModule.quoted(name) + " = " + linkage + " global " + variableType() + ", section \""
                    + section() + "\", !dbg " + debugInfo + "\n";
        }
        String signature =
                declarations.isEmpty() ? "i64 ()" : declarations.get(0).type().text();
        int parameters = signature.indexOf('(');
        return "declare !dbg " + debugInfo + " " + (weak ? linkage + " " : "") + signature.substring(0, parameters)
                + "@" + MarkerModule.quoted(name) + signature.substring(parameters) + " section \"" + section()
                + "\"\n";
    }

    private String variableType() {
        return declarations.isEmpty() || declarations.get(0).type().text().contains("%")
                ? "i8"
                : declarations.get(0).type().text();
    }
}
