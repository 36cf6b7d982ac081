package io.github.bpflinker.link;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.Remedy;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.kernel.requirements.KernelCheck;
import io.github.bpflinker.link.emit.AtomicOutputFiles;
import io.github.bpflinker.link.pass.UndefinedSymbolCheck;
import io.github.bpflinker.option.LinkOption;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The last phases of every link: what was made is compared with the kernel of {@code --kernel}, and written. */
final class LinkEnding {

    private final LinkRequest request;
    private final Set<Remedy.Action> doneForKernel;
    private final PhaseClock clock;

    /** @param doneForKernel what the link does on its own for the kernel, so that no message suggests it */
    LinkEnding(LinkRequest request, Set<Remedy.Action> doneForKernel, PhaseClock clock) {
        this.request = request;
        this.doneForKernel = doneForKernel;
        this.clock = clock;
    }

    /** @param diagnostics those found so far, to which further ones are added */
    LinkResult complete(Linked linked, List<Diagnostic> diagnostics) {
        clock.begin("check-kernel");
        Optional<BpfObject> object = linked.object();
        if (object.isPresent() && request.get(LinkOption.KERNEL).isPresent()) {
            KernelCheck check =
                    new KernelCheck(request.get(LinkOption.KERNEL).get(), linked.locations(), doneForKernel);
            diagnostics.addAll(Checks.kernel(check, object.get()));
        } else if (object.isPresent()) {
            diagnostics.addAll(Checks.anyKernel(linked.locations(), object.get(), request));
        }

        clock.begin("write");
        Map<Path, ByteBuffer> files = new LinkedHashMap<>();
        linked.outputs().forEach(output -> output.file().ifPresent(file -> files.put(file, output.content())));
        request.get(LinkOption.LINK_MAP).ifPresent(file -> files.put(file, LinkMapBuilder.toText(linked.map())));
        AtomicOutputFiles.write(files);
        UndefinedSymbolCheck.summary(diagnostics).ifPresent(diagnostics::add);
        return new LinkResult(
                linked.outputs(), diagnostics, linked.map(), clock.end(), linked.llvm(), object.map(ObjectSummary::of));
    }
}
