package io.github.bpflinker.maven.mojo;

import io.github.bpflinker.maven.Endianness;
import io.github.bpflinker.maven.project.Variant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A {@code <variant>} of {@code <variants>}. Maven sets the fields. */
public class VariantConfiguration {

    /** The folder for the variant's objects below the output folder, and a part of the artifact's classifier. */
    private @Nullable String classifier;

    /** The BPF CPU; by default that of the object. */
    private @Nullable String cpu;

    /** {@code bpfel} or {@code bpfeb}; by default that of the goal. */
    private @Nullable String target;

    /** The oldest kernel that must load the variant; by default that of the goal. */
    private @Nullable String kernel;

    Variant variant(Endianness plain) {
        String name = ParameterParser.classifier(classifier == null ? "" : classifier);
        return new Variant(
                name,
                target == null ? plain : ParameterParser.target(target),
                Optional.ofNullable(cpu).map(ParameterParser::cpu),
                Optional.ofNullable(kernel).map(ParameterParser::kernel));
    }
}
