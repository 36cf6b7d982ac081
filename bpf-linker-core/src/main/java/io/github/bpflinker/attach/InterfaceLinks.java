package io.github.bpflinker.attach;

import io.github.bpflinker.kernel.table.TypeNumbers;
import io.github.bpflinker.load.LoadedProgram;
import io.github.bpflinker.load.syscall.Errno;
import io.github.bpflinker.load.syscall.LinkAttributes;

/** Attaches to network interfaces by links of the kernel: XDP, tcx, netkit. */
final class InterfaceLinks {

    private static final int XDP = 37;

    private InterfaceLinks() {}

    static BpfLink xdp(LoadedProgram program, NetworkDevice device, XdpMode mode, boolean links) {
        Attacher attacher = new Attacher(program, Kind.XDP, "XDP of interface " + device);
        return Namespaces.run(attacher.calls(), device.namespace(), () -> {
            int index = Namespaces.indexOf(attacher.calls(), device);
            int answer = links
                    ? attacher.tryCreate(fd -> new LinkAttributes(fd, index, XDP).flags(mode.flag()))
                    : -Errno.EINVAL;
            if (answer < 0 && (!links || attacher.isBefore(5, 9)) && Attacher.isUnknown(answer)) {
                return attacher.link(XdpByNetlink.attach(attacher, index, mode));
            }
            return attacher.link(new KernelLink(attacher.bpf(), attacher.check("BPF_LINK_CREATE", answer)));
        });
    }

    /** @param attachType {@code BPF_TCX_…} or {@code BPF_NETKIT_…} */
    static BpfLink ordered(
            LoadedProgram program, Kind kind, String attachType, NetworkDevice device, Place place, String words) {
        Attacher attacher = new Attacher(program, kind, words + " of interface " + device);
        int type = TypeNumbers.attachments().of(attachType);
        Order order = Order.of(place);
        return Namespaces.run(attacher.calls(), device.namespace(), () -> {
            int index = Namespaces.indexOf(attacher.calls(), device);
            return attacher.create(fd ->
                    new LinkAttributes(fd, index, type).flags(order.flags()).order(order.relative(), 0));
        });
    }
}
