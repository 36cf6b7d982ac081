package io.github.bpflinker.attach;

import io.github.bpflinker.kernel.table.TypeNumbers;
import io.github.bpflinker.load.LoadedMap;
import io.github.bpflinker.load.LoadedObject;
import io.github.bpflinker.load.LoadedProgram;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Attaches programs whose sections do not say where to, to a target in words, which the type of the program explains. */
final class TextTargets {

    private static final Path NAMESPACES = Path.of("/run/netns");
    private static final int FIRST_PRIORITY = 1;

    /** The kinds whose targets have names that a user knows. */
    private static final List<Kind> KINDS =
            List.of(Kind.XDP, Kind.TCX, Kind.CGROUP, Kind.NETWORK_NAMESPACE, Kind.SOCKMAP);

    private TextTargets() {}

    static BpfLink attach(LoadedObject object, LoadedProgram program, String target) {
        String type = TypeNumbers.programs().name(program.type()).orElse("");
        Optional<Kind> kind = KINDS.stream()
                .filter(each -> each.programTypes().contains(type))
                .findFirst();
        if (kind.isEmpty()) {
            throw AttachException.unsuitable("program '" + program.name() + "' (section " + program.section()
                    + ") is of type " + program.typeName() + ", whose target can't be said in a word like '" + target
                    + "'; use the method of Attach for its kind");
        }
        return switch (kind.get()) {
            case XDP -> Attach.xdp(program, NetworkDevice.named(target), XdpMode.ANY);
            case TCX -> traffic(program, NetworkDevice.named(target));
            case CGROUP -> Attach.cgroup(program, Path.of(target));
            case NETWORK_NAMESPACE -> Attach.networkNamespace(program, NAMESPACES.resolve(target));
            case SOCKMAP -> Attach.sockmap(program, map(object, program, target));
            default -> throw new IllegalStateException("no target in words for " + kind.get());
        };
    }

    private static BpfLink traffic(LoadedProgram program, NetworkDevice device) {
        String section = program.section();
        if (section.startsWith("netkit/")) {
            return section.equals("netkit/peer")
                    ? Attach.netkitPeer(program, device, Place.last())
                    : Attach.netkitPrimary(program, device, Place.last());
        }
        boolean leaving = section.endsWith("/egress");
        if (new Attacher(program, Kind.TCX, "interface " + device).isBefore(6, 6)) {
            return Attach.trafficFilter(
                    program,
                    device,
                    leaving ? FilterOptions.egress(FIRST_PRIORITY) : FilterOptions.ingress(FIRST_PRIORITY));
        }
        return leaving
                ? Attach.tcxEgress(program, device, Place.last())
                : Attach.tcxIngress(program, device, Place.last());
    }

    private static LoadedMap map(LoadedObject object, LoadedProgram program, String name) {
        return object.maps().stream()
                .filter(map -> map.name().equals(name))
                .findFirst()
                .orElseThrow(() -> AttachException.unsuitable("program '" + program.name()
                        + "' is attached to a sockmap or sockhash, and the object has no map '" + name + "'; it has "
                        + object.maps().stream().map(LoadedMap::name).toList()));
    }
}
