package io.github.bpflinker.map;

import io.github.bpflinker.load.Descriptor;
import io.github.bpflinker.load.LoadException;
import io.github.bpflinker.load.LoadProblem;
import io.github.bpflinker.load.MapInfo;
import io.github.bpflinker.load.OpenMap;
import io.github.bpflinker.load.plan.MapTypes;
import io.github.bpflinker.load.syscall.Bpf;
import io.github.bpflinker.load.syscall.Command;
import io.github.bpflinker.load.syscall.Errno;

/** Operations common to all views of maps: calls, sizes and errors. */
final class Elements {

    private final OpenMap map;
    private final Descriptor descriptor;
    private final MapInfo info;

    Elements(OpenMap map) {
        this.map = map;
        this.descriptor = map.descriptor();
        this.info = map.info();
    }

    OpenMap map() {
        return map;
    }

    Descriptor descriptor() {
        return descriptor;
    }

    MapInfo info() {
        return info;
    }

    Bpf bpf() {
        return descriptor.kernel().bpf();
    }

    String subject() {
        return descriptor.subject();
    }

    /** @throws IllegalArgumentException if the size of a codec differs from the map's */
    void checkSize(String what, int codec, int size) {
        if (codec != size) {
            throw new IllegalArgumentException("a codec for " + what + " of " + codec + " bytes for " + subject()
                    + ", whose " + what + " have " + size);
        }
    }

    IllegalArgumentException unfit(String kind) {
        return new IllegalArgumentException(subject() + " is of type " + info.typeName() + ", and no " + kind);
    }

    /** Throws if a call failed. */
    void check(Command command, int answer) {
        if (answer >= 0) {
            return;
        }
        boolean writes = command == Command.MAP_UPDATE_ELEM || command == Command.MAP_UPDATE_BATCH;
        if (writes && answer == -Errno.E2BIG && MapTypes.ARRAYS.contains(info.type())) {
            throw new LoadException(new LoadProblem.CallRefused(
                    subject(),
                    command.kernelName(),
                    Errno.E2BIG,
                    "it has the elements 0 to " + (info.maxEntries() - 1),
                    "load it with a larger max_entries"));
        }
        if (writes && (answer == -Errno.E2BIG || (answer == -Errno.ENOSPC && info.type() == MapTypes.LPM_TRIE))) {
            throw new LoadException(new LoadProblem.MapFull(subject(), -answer, info.maxEntries()));
        }
        throw refusal(command, answer);
    }

    private LoadException refusal(Command command, int answer) {
        String reason =
                switch (-answer) {
                    case Errno.EEXIST -> "the key is there already";
                    case Errno.ENOENT -> "the key is not there";
                    case Errno.ENOTSUPP, Errno.EOPNOTSUPP ->
                        "maps of type " + info.typeName() + " can't do that on this kernel";
                    case Errno.EINVAL ->
                        "maps of type " + info.typeName() + " can't do that, or not with such a key, value or flag";
                    case Errno.EPERM -> isFrozen() ? "the map is frozen: user space can only read it" : "";
                    default -> "";
                };
        if (reason.isEmpty()) {
            return descriptor.refusal(command.kernelName(), answer);
        }
        return new LoadException(new LoadProblem.CallRefused(subject(), command.kernelName(), -answer, reason, ""));
    }

    private boolean isFrozen() {
        return "1".equals(descriptor.facts().get("frozen"));
    }
}
