package io.github.bpflinker.link.resolve;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The target of a link, and whether modules fit it. LLVM itself only warns about modules of different layouts and goes
 * on.
 *
 * @param triple the target triple of the result
 * @param order its byte order
 * @param decidedBy the input or option that decided
 * @param asked whether an option decided: modules for other machines become modules for this one
 */
public record TargetLayout(String triple, ByteOrder order, String decidedBy, boolean asked) {

    /** The architectures that LLVM's BPF backend knows; {@code bpf} has the byte order of the machine. */
    public static final List<String> ARCHITECTURES = List.of("bpf", "bpfel", "bpfeb");

    /**
     * The target that was asked for.
     *
     * @throws LinkException if it is none for BPF
     */
    public static TargetLayout ofOption(String triple) {
        return new TargetLayout(
                triple,
                order(triple)
                        .orElseThrow(() -> new LinkException(Diagnostic.error(Problem.TARGET_UNKNOWN)
                                .withSymbol(triple)
                                .withRelated(ARCHITECTURES))),
                "--target " + triple,
                true);
    }

    /** The target that the first module for BPF has; modules that name none become {@code bpf}. */
    static TargetLayout infer(List<OpenModule> modules) {
        for (OpenModule module : modules) {
            String triple = module.module().targetTriple();
            Optional<ByteOrder> order = order(triple);
            if (order.isPresent()) {
                return new TargetLayout(triple, order.get(), module.name(), false);
            }
        }
        return new TargetLayout("bpf", ByteOrder.nativeOrder(), modules.get(0).name(), false);
    }

    private static Optional<ByteOrder> order(String triple) {
        int end = triple.indexOf('-');
        return switch (end < 0 ? triple : triple.substring(0, end)) {
            case "bpf" -> Optional.of(ByteOrder.nativeOrder());
            case "bpfel", "bpf_le" -> Optional.of(ByteOrder.LITTLE_ENDIAN);
            case "bpfeb", "bpf_be" -> Optional.of(ByteOrder.BIG_ENDIAN);
            default -> Optional.empty();
        };
    }

    /**
     * Gives the module the triple and layout of the link.
     *
     * @param layout LLVM's data layout for {@link #triple}
     * @throws LinkException if its pointers have another size, or it is for other machines and nobody asked for this one
     */
    void adopt(OpenModule module, String layout) {
        String own = module.module().dataLayout();
        String triple = module.module().targetTriple();
        String difference = otherPointers(own).orElseGet(() -> asked ? null : otherOrder(module));
        if (difference != null) {
            throw new LinkException(Diagnostic.error(Problem.INPUTS_INCOMPATIBLE)
                    .withInput(module.name())
                    .withSymbol(triple.isEmpty() ? own : triple)
                    .withDetail(difference)
                    .withRelated(List.of(decidedBy)));
        }
        if (!asked && !triple.isEmpty() && order(triple).isEmpty()) {
            throw new LinkException(Diagnostic.error(Problem.INPUT_FOREIGN)
                    .withInput(module.name())
                    .withSymbol(triple));
        }
        module.module().setDataLayout(layout);
        module.module().setTargetTriple(this.triple);
    }

    /**
     * What is to be said before modules are merged: those that were compiled for the other byte order, and become code for
     * this one because somebody asked for it.
     */
    public List<Diagnostic> warnings(Resolution resolution) {
        List<String> turned = new ArrayList<>();
        for (OpenModule module : resolution.modules()) {
            if (asked && otherOrder(module) != null) {
                turned.add(module.name());
            }
        }
        return turned.isEmpty()
                ? List.of()
                : List.of(Diagnostic.warning(Problem.BYTE_ORDER_TURNED)
                        .withInput(turned.get(0))
                        .withSymbol(triple)
                        .withDetail(order == ByteOrder.BIG_ENDIAN ? "little-endian" : "big-endian")
                        .withRelated(turned.subList(1, turned.size())));
    }

    private static Optional<String> otherPointers(String layout) {
        for (String part : layout.split("-", -1)) {
            if (part.startsWith("p:") && !part.startsWith("p:64")) {
                return Optional.of("pointers of " + part.split(":", -1)[1] + " bits instead of 64");
            }
        }
        return Optional.empty();
    }

    private @Nullable String otherOrder(OpenModule module) {
        Optional<ByteOrder> own = order(module.module().targetTriple());
        for (String part : module.module().dataLayout().split("-", -1)) {
            if (part.equals("E")) {
                own = Optional.of(ByteOrder.BIG_ENDIAN);
            } else if (part.equals("e")) {
                own = Optional.of(ByteOrder.LITTLE_ENDIAN);
            }
        }
        if (own.isPresent() && own.get() != order) {
            return own.get() == ByteOrder.BIG_ENDIAN
                    ? "big-endian instead of little-endian"
                    : "little-endian instead of big-endian";
        }
        return null;
    }

    /** Whether code of this target runs on a machine of little-endian order. */
    public boolean isLittleEndian() {
        return order == ByteOrder.LITTLE_ENDIAN;
    }

    /** The modules' target, or the one that was asked for. */
    public static TargetLayout of(Optional<String> option, Resolution resolution) {
        return option.map(TargetLayout::ofOption).orElseGet(() -> infer(resolution.modules()));
    }
}
