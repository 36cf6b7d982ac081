package io.github.bpflinker.maven.link;

import io.github.bpflinker.link.LinkRequest;
import io.github.bpflinker.maven.project.LinkUnit;
import io.github.bpflinker.maven.project.ObjectSpec;
import io.github.bpflinker.maven.project.Variant;
import io.github.bpflinker.option.Cpu;
import io.github.bpflinker.option.LinkOption;
import io.github.bpflinker.option.LinkOptions;
import io.github.bpflinker.option.Unloadable;
import java.time.Duration;
import java.util.Optional;

/**
 * The project's settings for links. Objects and variants can override the CPU, exports and optimization.
 *
 * @param options the options of every link; without a CPU if none is configured
 * @param timeout the time limit of a link
 */
public record LinkSettings(LinkOptions options, Duration timeout) {

    /** The default CPU. */
    public static final Cpu USUAL_CPU = Cpu.V3;

    /**
     * Creates the request for an object.
     *
     * @param spec the object's own settings, if it has any
     * @param output the options that differ between links: output file and kinds
     */
    LinkRequest request(LinkUnit unit, Optional<ObjectSpec> spec, Variant variant, LinkOptions output) {
        LinkOptions.Builder own = options.toBuilder();
        own.setAll(output);
        own.set(LinkOption.TARGET, unit.endianness().target());
        if (variant.kernel().isPresent()) {
            own.set(LinkOption.KERNEL, variant.kernel()).unset(LinkOption.CPU);
        }
        own.set(LinkOption.CPU, variant.cpu().or(() -> spec.flatMap(ObjectSpec::cpu)));
        if (!own.isSet(LinkOption.CPU)) {
            own.set(LinkOption.CPU, cpuOfSources(unit, own));
        }
        own.set(LinkOption.OPTIMIZE, spec.flatMap(ObjectSpec::optimization));
        own.set(LinkOption.EXPORT, spec.flatMap(ObjectSpec::exports));
        own.set(LinkOption.UNLOADABLE, spec.flatMap(ObjectSpec::library).map(LinkSettings::unloadable));
        if (!unit.rust()) {
            own.set(LinkOption.DISABLE_EXPAND_MEMCPY_IN_ORDER, true);
        }
        LinkRequest.Builder request = LinkRequest.builder(own.build());
        unit.inputs().forEach(request::input);
        return request.build();
    }

    /**
     * The CPU for which C was compiled; for objects with Rust the default CPU, because rustc compiles for the oldest.
     */
    private static Cpu cpuOfSources(LinkUnit unit, LinkOptions.Builder options) {
        return unit.rust() && !options.isSet(LinkOption.KERNEL) ? USUAL_CPU : Cpu.GENERIC;
    }

    /** The treatment of objects without programs. */
    public static Unloadable unloadable(boolean library) {
        return library ? Unloadable.ALLOW : Unloadable.ERROR;
    }
}
