package io.github.bpflinker.link.resolve;

import io.github.bpflinker.llvm.Module;
import java.util.List;
import java.util.Map;

/**
 * The result of merging.
 *
 * @param module the merged module, owned by this record
 * @param inputs the merged inputs in order
 * @param origins for each definition, the input that it comes from
 */
public record MergedModule(Module module, List<MergedInput> inputs, Map<String, String> origins)
        implements AutoCloseable {

    public MergedModule {
        inputs = List.copyOf(inputs);
        origins = Map.copyOf(origins);
    }

    /**
     * A merged module and the reason for which it was linked.
     *
     * @param name the input
     * @param reason the symbol that required it, or the way in which it was given
     * @param askedBy the input that references that symbol
     * @param direct whether all its definitions are linked, as for an input on the command line
     * @param compilers its compilers, see {@link Module#compilers()}
     */
    public record MergedInput(String name, String reason, String askedBy, boolean direct, List<String> compilers) {
        public MergedInput {
            compilers = List.copyOf(compilers);
        }
    }

    @Override
    public void close() {
        module.close();
    }
}
