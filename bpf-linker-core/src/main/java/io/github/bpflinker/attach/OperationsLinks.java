package io.github.bpflinker.attach;

import io.github.bpflinker.kernel.table.TypeNumbers;
import io.github.bpflinker.load.LoadedMap;
import io.github.bpflinker.load.host.Capability;
import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.load.plan.Bytes;
import io.github.bpflinker.load.plan.MapShape;
import io.github.bpflinker.load.syscall.Bpf;
import io.github.bpflinker.load.syscall.Command;
import io.github.bpflinker.load.syscall.Errno;
import io.github.bpflinker.load.syscall.LinkAttributes;
import io.github.bpflinker.load.syscall.NativeMemory;
import java.util.List;

/**
 * Registers struct_ops maps: by a link where the map was created for one (Linux 6.4, section {@code .struct_ops.link}), else
 * by writing its value. Source: {@code kernel/bpf/bpf_struct_ops.c} of Linux 6.18.
 */
final class OperationsLinks {

    private OperationsLinks() {}

    /**
     * A map that is registered itself. The kernel keeps it until its element is deleted.
     *
     * @param map a descriptor of its own
     */
    private record Registration(Bpf bpf, int map) implements Attachment {

        @Override
        public int linkFd() {
            return -1;
        }

        @Override
        public void detach() {
            bpf.delete(map, NativeMemory.allocate(Integer.BYTES));
            bpf.calls().close(map);
        }
    }

    static BpfLink attach(LoadedMap map) {
        int answer = tryFill(map);
        RunningKernel kernel = map.descriptor().kernel();
        Attachment attachment;
        if ((map.info().flags() & MapShape.LINK) == 0) {
            check(map, Command.MAP_UPDATE_ELEM, answer);
            attachment = new Registration(kernel.bpf(), map.descriptor().duplicate());
        } else {
            checkFilled(map, answer);
            int type = TypeNumbers.attachments().of("BPF_STRUCT_OPS");
            int link = map.descriptor().call(fd -> new LinkAttributes(fd, 0, type)
                    .tryCreate(kernel.bpf().calls()));
            check(map, Command.LINK_CREATE, link);
            attachment = new KernelLink(kernel.bpf(), link);
        }
        return new BpfLink(kernel, "map", map.name(), target(map), attachment);
    }

    /** Gives the kernel the value of a map that is to be registered by a link. */
    static void fill(LoadedMap map) {
        checkFilled(map, tryFill(map));
    }

    private static int tryFill(LoadedMap map) {
        Bytes value = map.operations()
                .orElseThrow(() -> AttachException.unsuitable("map '" + map.name() + "' is of type " + map.typeName()
                        + " and can't be registered; give a struct of section .struct_ops.link or .struct_ops"));
        NativeMemory key = NativeMemory.allocate(Integer.BYTES);
        NativeMemory bytes = NativeMemory.of(value.toArray());
        return map.descriptor().call(fd -> map.descriptor().kernel().bpf().update(fd, key, bytes, 0));
    }

    /** The value of a map never changes once it is set; the kernel then answers with EBUSY. */
    private static void checkFilled(LoadedMap map, int answer) {
        if (answer != -Errno.EBUSY) {
            check(map, Command.MAP_UPDATE_ELEM, answer);
        }
    }

    private static void check(LoadedMap map, Command command, int answer) {
        if (answer < 0) {
            Hints.Hint hint = hint(map, -answer);
            throw new AttachException(new AttachProblem.Refused(
                    "map '" + map.name() + "'",
                    target(map),
                    command.kernelName(),
                    -answer,
                    hint.reason(),
                    hint.remedy()));
        }
    }

    private static String target(LoadedMap map) {
        return map.plan()
                .structOps()
                .map(operations -> "struct_ops " + operations.typeName())
                .orElse("struct_ops");
    }

    private static Hints.Hint hint(LoadedMap map, int errno) {
        return switch (errno) {
            case Errno.EEXIST ->
                new Hints.Hint(
                        "operations with the same name are registered already",
                        "end the other ones (bpf-linker list links), or choose another name");
            case Errno.EBUSY ->
                new Hints.Hint(
                        "the map was registered before, or the kernel takes only one such struct at a time",
                        "load the object once more, or end the other operations");
            case Errno.EINVAL ->
                new Hints.Hint(
                        "the kernel does not take this combination of operations and values: a required operation or a"
                                + " name is missing, say",
                        "implement what the kernel's own users of struct "
                                + target(map).substring("struct_ops".length()).strip() + " implement");
            case Errno.EOPNOTSUPP, Errno.ENOTSUPP ->
                new Hints.Hint("this kernel can't do that with such operations", "use a newer kernel");
            case Errno.EPERM, Errno.EACCES ->
                Hints.permission(
                        map.descriptor().kernel(),
                        List.of(Capability.CAP_BPF, Capability.CAP_PERFMON, Capability.CAP_NET_ADMIN));
            default -> new Hints.Hint("", "");
        };
    }
}
