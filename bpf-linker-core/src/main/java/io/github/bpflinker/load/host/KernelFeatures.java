package io.github.bpflinker.load.host;

import io.github.bpflinker.load.bind.Ability;
import io.github.bpflinker.load.syscall.Bpf;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/**
 * The features of the running kernel. Each is probed on first use; the answer is remembered unless the probe failed for
 * another reason than the kernel, such as a limit of this process. Without permission to load, no feature is found.
 * Thread-safe.
 */
public final class KernelFeatures {

    private final Bpf bpf;
    private final int token;
    private final BooleanSupplier syscallWrapper;
    private final Map<Enum<?>, Boolean> known = new ConcurrentHashMap<>();

    /**
     * Creates probes that use {@code bpf}.
     *
     * @param token the descriptor of a token that grants further permissions; 0 for none
     * @param syscallWrapper determines {@link Ability#SYSCALL_WRAPPER}
     */
    KernelFeatures(Bpf bpf, int token, BooleanSupplier syscallWrapper) {
        this.bpf = bpf;
        this.token = token;
        this.syscallWrapper = syscallWrapper;
    }

    /** Whether the running kernel has the feature. */
    public boolean has(Ability ability) {
        Boolean answer = known.get(ability);
        if (answer == null) {
            FeatureProbe probe = new FeatureProbe(bpf, token, syscallWrapper);
            answer = probe.probe(ability);
            remember(ability, answer, probe);
        }
        return answer;
    }

    /** Whether the running kernel has the feature. */
    public boolean has(KernelFeature feature) {
        Boolean answer = known.get(feature);
        if (answer == null) {
            FeatureProbe probe = new FeatureProbe(bpf, token, syscallWrapper);
            answer = probe.probe(feature);
            remember(feature, answer, probe);
        }
        return answer;
    }

    private void remember(Enum<?> feature, boolean answer, FeatureProbe probe) {
        if (answer || !probe.isDisturbed()) {
            known.put(feature, answer);
        }
    }
}
