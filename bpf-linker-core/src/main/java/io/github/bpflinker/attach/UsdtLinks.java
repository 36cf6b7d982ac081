package io.github.bpflinker.attach;

import io.github.bpflinker.load.LoadedMap;
import io.github.bpflinker.load.LoadedObject;
import io.github.bpflinker.load.LoadedProgram;
import io.github.bpflinker.load.syscall.Architecture;
import io.github.bpflinker.load.syscall.LinkAttributes;
import io.github.bpflinker.text.NearestNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Attaches to tracepoints that programs and libraries define: by one link since Linux 6.6, by a link for each place since
 * 5.15. Tells the program where the arguments are, as {@code usdt.bpf.h} of libbpf expects it.
 */
final class UsdtLinks {

    private static final String SPECS = "__bpf_usdt_specs";
    private static final int MULTI = 48;

    private UsdtLinks() {}

    /** Elements of the map that describe arguments are free when the program is detached. */
    private record Described(Attachment attachment, int map, List<Integer> places) implements Attachment {
        @Override
        public int linkFd() {
            return attachment.linkFd();
        }

        @Override
        public int update(int fd) {
            return attachment.update(fd);
        }

        @Override
        public void detach() {
            attachment.detach();
            UsdtSpecs.free(map, places);
        }
    }

    /** Several links that are one for the caller. */
    private record Several(List<BpfLink> links) implements Attachment {
        @Override
        public int linkFd() {
            return -1;
        }

        @Override
        public void detach() {
            links.forEach(BpfLink::close);
        }
    }

    static BpfLink attach(LoadedObject object, LoadedProgram program, String file, UsdtOptions options) {
        Path path = CodeFileSearch.find(file);
        String name = options.provider() + ":" + options.name();
        Attacher attacher = new Attacher(
                program,
                Kind.UPROBE,
                "USDT " + path + ":" + name + (options.pid() < 0 ? "" : " of process " + options.pid()));
        LoadedMap map = object.maps().stream()
                .filter(known -> known.name().equals(SPECS))
                .findFirst()
                .orElseThrow(() -> AttachException.unsuitable("program '" + program.name() + "' can't be attached to "
                        + attacher.target() + ": its object has no map '" + SPECS
                        + "', which tells it where arguments are; include <bpf/usdt.bpf.h> in its source"));
        UsdtLayout layout = UsdtLayout.ofSize(map.shape().valueSize())
                .orElseThrow(() -> AttachException.unsuitable("program '" + program.name() + "' can't be attached to "
                        + attacher.target() + ": the values of its map '" + SPECS + "' have "
                        + map.shape().valueSize()
                        + " bytes, which no known usdt.bpf.h makes; compile its source with the"
                        + " one of libbpf or of bpf:compile"));
        List<UsdtSite> sites = sites(attacher, CodeFile.read(path), options);
        List<byte[]> specs = sites.stream()
                .map(site -> layout.write(arguments(attacher, site, layout), options.cookie()))
                .toList();
        int mapId = map.info().id();
        UsdtSpecs.Places places = UsdtSpecs.write(map, mapId, specs);
        boolean done = false;
        try {
            BpfLink link = attacher.link(new Described(
                    attach(attacher, path, sites, places.ofEach(), options.pid()), mapId, places.taken()));
            done = true;
            return link;
        } finally {
            if (!done) {
                UsdtSpecs.free(mapId, places.taken());
            }
        }
    }

    private static List<UsdtArgument> arguments(Attacher attacher, UsdtSite site, UsdtLayout layout) {
        List<UsdtArgument> arguments =
                UsdtArguments.parse(attacher.target(), site.arguments(), Architecture.ofSystem());
        if (!arguments.stream().allMatch(layout::describes)) {
            throw AttachException.unsuitable("program '" + attacher.program().name() + "' can't be attached to "
                    + attacher.target() + ": its arguments '" + site.arguments()
                    + "' need an index register, which the usdt.bpf.h of its object can't describe; compile its source"
                    + " with the usdt.bpf.h of libbpf 1.7 or newer, or of bpf:compile");
        }
        return arguments;
    }

    private static List<UsdtSite> sites(Attacher attacher, CodeFile code, UsdtOptions options) {
        List<UsdtSite> all = UsdtSite.of(code);
        List<UsdtSite> wanted = all.stream()
                .filter(site -> site.provider().equals(options.provider())
                        && site.name().equals(options.name())
                        && site.offset() >= 0)
                .toList();
        if (wanted.isEmpty()) {
            Set<String> names = new LinkedHashSet<>();
            all.forEach(site -> names.add(site.provider() + ":" + site.name()));
            List<String> near = NearestNames.of(options.provider() + ":" + options.name(), names, 2);
            String others = names.isEmpty()
                    ? "it has none at all; was it built with sys/sdt.h?"
                    : near.isEmpty()
                            ? "it has "
                                    + String.join(", ", names.stream().limit(5).toList())
                            : "did you mean " + String.join(" or ", near) + "?";
            throw AttachException.unsuitable("program '" + attacher.program().name() + "' can't be attached: "
                    + code.path() + " has no tracepoint " + options.provider() + ":" + options.name() + "; " + others);
        }
        return wanted;
    }

    private static Attachment attach(
            Attacher attacher, Path path, List<UsdtSite> sites, List<Integer> places, int pid) {
        long[] offsets = sites.stream().mapToLong(UsdtSite::offset).toArray();
        long[] semaphores = sites.stream().mapToLong(UsdtSite::semaphore).toArray();
        long[] cookies = places.stream().mapToLong(Integer::longValue).toArray();
        int fd = attacher.tryCreate(program -> new LinkAttributes(program, 0, MULTI)
                .uprobes(path.toString(), 0, Math.max(pid, 0), offsets, semaphores, cookies));
        if (fd >= 0) {
            return new KernelLink(attacher.bpf(), fd);
        }
        if (!Attacher.isUnknown(fd) || !attacher.isBefore(6, 6)) {
            throw attacher.refused("BPF_LINK_CREATE", -fd);
        }
        List<BpfLink> links = new ArrayList<>();
        try {
            for (int i = 0; i < offsets.length; i++) {
                UprobeOptions options = UprobeOptions.offset(offsets[i])
                        .semaphore(semaphores[i])
                        .pid(pid)
                        .cookie(cookies[i]);
                links.add(UserProbeLinks.at(attacher, path, offsets[i], options, true));
            }
        } catch (AttachException e) {
            links.forEach(BpfLink::close);
            throw e;
        }
        return new Several(List.copyOf(links));
    }
}
