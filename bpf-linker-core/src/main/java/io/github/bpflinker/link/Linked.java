package io.github.bpflinker.link;

import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.elf.BpfObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a link made, before it is compared with the kernel and written.
 *
 * @param outputs one for each kind
 * @param object the object, if it is one of them
 * @param locations where the source defines functions and variables
 * @param map the link map
 * @param llvm the LLVM that was used
 */
record Linked(
        List<LinkResult.Output> outputs,
        Optional<BpfObject> object,
        Map<String, SourceLocation> locations,
        LinkMap map,
        Optional<LinkResult.LlvmUsed> llvm) {

    Linked {
        outputs = List.copyOf(outputs);
        locations = Map.copyOf(locations);
    }
}
