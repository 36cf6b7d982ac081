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
 * The target of a link, and checks of modules against it. LLVM's linker only warns about different data layouts.
 *
 * @param triple the target triple of the result
 * @param order its byte order
 * @param decidedBy the input or option that determined it
 * @param asked whether an option determined it, so that modules for other machines are retargeted
 */
public record TargetLayout(String triple, ByteOrder order, String decidedBy, boolean asked) {

    /** The architectures of LLVM's BPF backend; {@code bpf} has the byte order of the host. */
    public static final List<String> ARCHITECTURES = List.of("bpf", "bpfel", "bpfeb");

    /**
     * Returns the target of an option.
     *
     * @throws LinkException if it is not a BPF target
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

    /** Returns the target of the first module for BPF; {@code bpf} if no module has one. */
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
     * Sets the triple and layout of the link on a module.
     *
     * @param layout LLVM's data layout for {@link #triple}
     * @throws LinkException if its pointers have another size, or if it is for another machine and no option selected
     *     the target
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
     * Returns a warning for modules of the other byte order, which are retargeted because an option selected the
     * target.
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

    /** Whether the target is little-endian. */
    public boolean isLittleEndian() {
        return order == ByteOrder.LITTLE_ENDIAN;
    }

    /** Returns the target of the option or, without one, of the modules. */
    public static TargetLayout of(Optional<String> option, Resolution resolution) {
        return option.map(TargetLayout::ofOption).orElseGet(() -> infer(resolution.modules()));
    }
}
