package io.github.bpflinker.link.resolve;

import io.github.bpflinker.llvm.Module;
import java.util.List;
import java.util.Map;

/**
 * What merging gave.
 *
 * @param module open; whoever takes it closes it
 * @param inputs what was merged, in that order
 * @param origins for each definition the input that brought it
 */
public record MergedModule(Module module, List<MergedInput> inputs, Map<String, String> origins)
        implements AutoCloseable {

    public MergedModule {
        inputs = List.copyOf(inputs);
        origins = Map.copyOf(origins);
    }

    /**
     * A module that was merged, and why.
     *
     * @param name the input
     * @param reason the symbol that asked for it, or how it was given
     * @param askedBy who refers to that symbol
     * @param direct whether everything in it counts, as for an input on the command line
     * @param compilers who compiled it, as {@link Module#compilers()} has it
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
