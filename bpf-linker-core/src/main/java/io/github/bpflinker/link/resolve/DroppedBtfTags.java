package io.github.bpflinker.link.resolve;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.input.ModuleSource;
import io.github.bpflinker.input.Producer;
import io.github.bpflinker.version.LlvmVersion;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Detects bitcode whose BTF tags LLVM does not read. LLVM 19 reused the record field for tags of pointers, typedefs and
 * members, and since then silently drops those written by older versions ({@code METADATA_DERIVED_TYPE} in {@code
 * MetadataLoader.cpp}). Without its {@code __kptr} tag a program can be rejected by the verifier.
 */
public final class DroppedBtfTags {

    private static final LlvmVersion CHANGED = new LlvmVersion(19, 0, 0);

    /** The strings to search for. Metadata strings are stored in bitcode as plain bytes. */
    private static final List<byte[]> TAGS = List.of(
            "btf_type_tag".getBytes(StandardCharsets.US_ASCII), "btf_decl_tag".getBytes(StandardCharsets.US_ASCII));

    private final LlvmVersion reader;
    private final Map<String, Producer> losing = new HashMap<>();

    /**
     * Creates the detector.
     *
     * @param reader the LLVM of the link
     */
    public DroppedBtfTags(LlvmVersion reader) {
        this.reader = reader;
    }

    /** Checks a module that is about to be opened. */
    public void look(ModuleSource source) {
        source.producer()
                .filter(producer -> reader.isAtLeast(CHANGED)
                        && producer.version()
                                .filter(version -> !version.isAtLeast(CHANGED))
                                .isPresent())
                .filter(producer -> TAGS.stream().anyMatch(tag -> contains(source.data(), tag)))
                .ifPresent(producer -> losing.put(source.name(), producer));
    }

    /** Returns a warning for each such module that is linked. */
    public List<Diagnostic> warnings(Resolution resolution) {
        List<Diagnostic> warnings = new ArrayList<>();
        for (OpenModule module : resolution.modules()) {
            Producer producer = losing.get(module.name());
            if (producer != null) {
                warnings.add(Diagnostic.warning(Problem.TAGS_LOST)
                        .withInput(module.name())
                        .withPayload(producer.asPayload())
                        .withRelated(List.of("LLVM " + reader)));
            }
        }
        return warnings;
    }

    private static boolean contains(ByteBuffer data, byte[] text) {
        for (int at = data.position(); at + text.length <= data.limit(); at++) {
            int matched = 0;
            while (matched < text.length && data.get(at + matched) == text[matched]) {
                matched++;
            }
            if (matched == text.length) {
                return true;
            }
        }
        return false;
    }
}
