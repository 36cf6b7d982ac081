package io.github.bpflinker.attach;

import io.github.bpflinker.kernel.table.TypeNumbers;
import io.github.bpflinker.load.LoadedMap;
import io.github.bpflinker.load.LoadedObject;
import io.github.bpflinker.load.LoadedProgram;
import java.nio.file.Path;

/** Attaches programs whose sections do not say where to, to a target in words, which the type of the program explains. */
final class TextTargets {

    private static final Path NAMESPACES = Path.of("/run/netns");
    private static final int FIRST_PRIORITY = 1;

    private TextTargets() {}

    static BpfLink attach(LoadedObject object, LoadedProgram program, String target) {
        String type = TypeNumbers.programs().name(program.type()).orElse("");
        return switch (type) {
            case "BPF_PROG_TYPE_XDP" -> Attach.xdp(program, NetworkDevice.named(target), XdpMode.ANY);
            case "BPF_PROG_TYPE_SCHED_CLS" -> traffic(program, NetworkDevice.named(target));
            case "BPF_PROG_TYPE_CGROUP_SKB",
                    "BPF_PROG_TYPE_CGROUP_SOCK",
                    "BPF_PROG_TYPE_CGROUP_SOCK_ADDR",
                    "BPF_PROG_TYPE_CGROUP_DEVICE",
                    "BPF_PROG_TYPE_CGROUP_SYSCTL",
                    "BPF_PROG_TYPE_CGROUP_SOCKOPT",
                    "BPF_PROG_TYPE_SOCK_OPS",
                    "BPF_PROG_TYPE_LSM" -> Attach.cgroup(program, Path.of(target));
            case "BPF_PROG_TYPE_SK_LOOKUP", "BPF_PROG_TYPE_FLOW_DISSECTOR" ->
                Attach.networkNamespace(program, NAMESPACES.resolve(target));
            case "BPF_PROG_TYPE_SK_SKB", "BPF_PROG_TYPE_SK_MSG" ->
                Attach.sockmap(program, map(object, program, target));
            default ->
                throw AttachException.unsuitable("program '" + program.name() + "' (section " + program.section()
                        + ") is of type " + program.typeName() + ", whose target can't be said in a word like '"
                        + target + "'; use the method of Attach for its kind");
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
