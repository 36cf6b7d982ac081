package io.github.bpflinker.attach;

import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.load.syscall.Errno;
import io.github.bpflinker.load.syscall.NetlinkMessage;
import io.github.bpflinker.load.syscall.NetlinkSocket;
import io.github.bpflinker.load.syscall.SystemCalls;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** Makes a pair of netkit interfaces in a virtual machine, and attaches to both of them. */
final class NetkitInVm {

    private static final int NEW_INTERFACE = 16;
    private static final int CREATE = 0x400;
    private static final int HEADER = 16;
    private static final int NAME = 3;
    private static final int INFO = 18;
    private static final int INFO_KIND = 1;

    private NetkitInVm() {}

    static void run(BpfObject object) throws IOException {
        int made = make();
        if (made < 0) {
            System.out.println("attach leaves_primary: no netkit: " + Errno.name(-made));
            return;
        }
        NetworkDevice primary = NetworkDevice.named("primary");
        try {
            busybox("ifconfig", "primary", "10.8.0.1", "netmask", "255.255.255.0", "up");
            busybox("ifconfig", "nk0", "10.8.1.1", "netmask", "255.255.255.0", "up");
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        InVm.check(
                object,
                "leaves_primary",
                () -> send("10.8.0.9"),
                loaded -> Attach.netkitPrimary(loaded.program("leaves_primary"), primary, Place.last()));
        InVm.check(
                object,
                "leaves_peer",
                () -> send("10.8.1.9"),
                loaded -> Attach.netkitPeer(loaded.program("leaves_peer"), primary, Place.last()));
    }

    /** The kernel names the other one nk0. */
    private static int make() {
        SystemCalls calls = SystemCalls.ofSystem();
        try (NetlinkSocket socket = new NetlinkSocket(calls, NetlinkSocket.tryOpen(calls))) {
            NetlinkMessage message = new NetlinkMessage(NEW_INTERFACE, CREATE, HEADER).text(NAME, "primary");
            int info = message.begin(INFO);
            return socket.request(message.text(INFO_KIND, "netkit").end(info));
        }
    }

    private static void busybox(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/bin/busybox"));
        command.addAll(List.of(arguments));
        new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private static String send(String address) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(new byte[4], 4, InetAddress.getByName(address), 9));
        }
        return "sent";
    }
}
