package io.github.bpflinker.attach;

import io.github.bpflinker.load.LoadedMap;
import io.github.bpflinker.load.LoadedObject;
import io.github.bpflinker.load.LoadedProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Attaches programs to where their sections say, as libbpf's {@code bpf_program__attach} does. */
final class SectionTargets {

    private SectionTargets() {}

    static BpfLink attach(LoadedProgram program) {
        return tryAttach(program).orElseThrow(() -> targetless(program));
    }

    static BpfLink attach(LoadedObject object, LoadedProgram program) {
        return tryAttach(object, program).orElseThrow(() -> targetless(program));
    }

    private static AttachException targetless(LoadedProgram program) {
        return AttachException.unsuitable("section '" + program.section() + "' of program '" + program.name()
                + "' does not say what it is attached to; use the method of Attach for its kind, or name the target in"
                + " the section, as in " + example(program.section()));
    }

    private static String example(String section) {
        return switch (section.split("/", 2)[0]) {
            case "tp", "tracepoint" -> "tp/sched/sched_process_exec";
            case "uprobe", "uretprobe", "uprobe.s", "uretprobe.s" -> "uprobe/libc.so.6:malloc";
            default -> "kprobe/do_unlinkat";
        };
    }

    static BpfLinks attachAll(LoadedObject object, Map<String, String> targets) {
        List<BpfLink> links = new ArrayList<>();
        boolean done = false;
        try {
            for (LoadedProgram program : object.programs()) {
                tryAttach(object, program).ifPresent(links::add);
            }
            for (LoadedMap map : object.maps()) {
                if (map.operations().isPresent()) {
                    links.add(OperationsLinks.attach(map));
                }
            }
            targets.forEach(
                    (program, target) -> links.add(TextTargets.attach(object, object.program(program), target)));
            done = true;
            return new BpfLinks(links);
        } finally {
            if (!done) {
                links.forEach(BpfLink::close);
            }
        }
    }

    private static Optional<BpfLink> tryAttach(LoadedObject object, LoadedProgram program) {
        String[] parts = program.section().split("/", 2);
        boolean usdt = parts[0].equals("usdt") || parts[0].equals("usdt.s");
        if (!usdt || parts.length < 2) {
            return tryAttach(program);
        }
        int name = parts[1].lastIndexOf(':');
        int provider = parts[1].lastIndexOf(':', name - 1);
        if (provider <= 0) {
            throw AttachException.unsuitable("section '" + program.section() + "' of program '" + program.name()
                    + "' names no tracepoint; write usdt/FILE:PROVIDER:NAME");
        }
        UsdtOptions options = UsdtOptions.of(parts[1].substring(provider + 1, name), parts[1].substring(name + 1));
        return Optional.of(UsdtLinks.attach(object, program, parts[1].substring(0, provider), options));
    }

    /** Empty if the section does not say where to. */
    private static Optional<BpfLink> tryAttach(LoadedProgram program) {
        String[] parts = program.section().split("/", 2);
        String target = parts.length < 2 ? "" : parts[1];
        String kind = parts[0].endsWith(".s") ? parts[0].substring(0, parts[0].length() - 2) : parts[0];
        if (kind.equals("iter")) {
            return Optional.of(IteratorLinks.attach(program, IteratorOptions.all()));
        }
        if (target.isEmpty()) {
            return Optional.empty();
        }
        return switch (kind) {
            case "tp", "tracepoint" -> Optional.of(tracepoint(program, target));
            case "raw_tp", "raw_tracepoint", "raw_tp.w", "raw_tracepoint.w" ->
                Optional.of(TracepointLinks.raw(program, target, 0));
            case "tp_btf", "fentry", "fexit", "fmod_ret", "lsm", "freplace" ->
                Optional.of(TracingLinks.attach(program, 0));
            case "kprobe" -> Optional.of(kprobe(program, target, false));
            case "kretprobe" -> Optional.of(kprobe(program, target, true));
            case "ksyscall" -> Optional.of(KernelProbeLinks.systemCall(program, target, KprobeOptions.entry(), true));
            case "kretsyscall" ->
                Optional.of(KernelProbeLinks.systemCall(program, target, KprobeOptions.returning(), true));
            case "kprobe.multi", "kprobe.session" ->
                Optional.of(KernelProbeLinks.multi(program, MultiOptions.of(target)));
            case "kretprobe.multi" ->
                Optional.of(
                        KernelProbeLinks.multi(program, MultiOptions.of(target).returning()));
            case "uprobe" -> Optional.of(uprobe(program, target, false));
            case "uretprobe" -> Optional.of(uprobe(program, target, true));
            case "uprobe.multi", "uprobe.session" -> Optional.of(uprobes(program, target, false));
            case "uretprobe.multi" -> Optional.of(uprobes(program, target, true));
            default -> Optional.empty();
        };
    }

    private static BpfLink tracepoint(LoadedProgram program, String target) {
        String[] names = target.split("/", 2);
        if (names.length < 2) {
            throw AttachException.unsuitable("section '" + program.section() + "' of program '" + program.name()
                    + "' names no tracepoint; write tp/CATEGORY/NAME, as in " + example("tp"));
        }
        return TracepointLinks.tracepoint(program, names[0], names[1], 0, true);
    }

    private static BpfLink kprobe(LoadedProgram program, String target, boolean atReturn) {
        Spot spot = Spot.parse(program, target);
        return KernelProbeLinks.one(
                program,
                spot.name(),
                (atReturn ? KprobeOptions.returning() : KprobeOptions.entry()).plus(spot.offset()),
                true);
    }

    private static BpfLink uprobe(LoadedProgram program, String target, boolean atReturn) {
        String[] file = fileAndFunction(program, target);
        Spot spot = Spot.parse(program, file[1]);
        UprobeOptions options = spot.name().isEmpty()
                ? UprobeOptions.offset(spot.offset())
                : UprobeOptions.function(spot.name()).plus(spot.offset());
        return UserProbeLinks.one(program, file[0], atReturn ? options.returning() : options, true);
    }

    private static BpfLink uprobes(LoadedProgram program, String target, boolean atReturn) {
        String[] file = fileAndFunction(program, target);
        MultiOptions options = MultiOptions.of(file[1]);
        return UserProbeLinks.multi(program, file[0], atReturn ? options.returning() : options);
    }

    private static String[] fileAndFunction(LoadedProgram program, String target) {
        int colon = target.lastIndexOf(':');
        if (colon <= 0 || colon == target.length() - 1) {
            throw AttachException.unsuitable("section '" + program.section() + "' of program '" + program.name()
                    + "' names no function; write FILE:FUNCTION behind the slash, as in " + example("uprobe"));
        }
        return new String[] {target.substring(0, colon), target.substring(colon + 1)};
    }

    /**
     * A function and a distance from its start, as {@code name+0x10} has them.
     *
     * @param name empty for a plain number
     */
    private record Spot(String name, long offset) {

        static Spot parse(LoadedProgram program, String text) {
            int plus = text.indexOf('+');
            try {
                if (plus >= 0) {
                    return new Spot(text.substring(0, plus), Long.decode(text.substring(plus + 1)));
                }
                return text.startsWith("0x") ? new Spot("", Long.decode(text)) : new Spot(text, 0);
            } catch (NumberFormatException e) {
                throw AttachException.unsuitable("'" + text + "' in section '" + program.section() + "' of program '"
                        + program.name() + "' is no function and offset; write NAME or NAME+OFFSET");
            }
        }
    }
}
