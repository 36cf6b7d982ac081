package io.github.bpflinker.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.load.LoadedObject;
import io.github.bpflinker.load.host.RunningKernel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // links last as long as their blocks, and some are closed within
class CgroupTest {

    private static final InetSocketAddress NOBODY = new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);

    private interface Check {
        void run(Cgroup cgroup, LoadedObject object, BpfLink link) throws Exception;
    }

    private static void attached(String program, Check check) throws Exception {
        try (Cgroup cgroup = Cgroup.create();
                LoadedObject object = Objects.loader("cgroups", program).load();
                BpfLink link = Attach.cgroup(object.program(program), cgroup.path())) {
            assertThat(link.info().orElseThrow().typeName()).isEqualTo("cgroup");
            check.run(cgroup, object, link);
        }
    }

    private static Callable<Boolean> connect() {
        return () -> {
            try (DatagramChannel channel = DatagramChannel.open(StandardProtocolFamily.INET)) {
                channel.connect(NOBODY);
                return true;
            }
        };
    }

    @Test
    void refusesToConnectUntilItIsClosed() throws Exception {
        attached("connects", (cgroup, object, link) -> {
            assertThatThrownBy(() -> cgroup.run(connect())).isInstanceOf(IOException.class);
            assertThat(connect().call()).as("outside of the cgroup").isTrue();
            assertThat(Objects.hits(object)).isEqualTo(1);
            link.close();
            assertThat(cgroup.run(connect())).isTrue();
        });
    }

    @Test
    void countsWhatLeaves() throws Exception {
        attached("leaves", (cgroup, object, link) -> {
            cgroup.run(() -> {
                try (DatagramChannel channel = DatagramChannel.open()) {
                    return channel.send(ByteBuffer.allocate(4), NOBODY);
                }
            });
            Objects.await(() -> Objects.hits(object) > 0);
        });
    }

    /** Linux 6.17 brought places among the programs of a cgroup. */
    @Test
    void programsRunInOrder() throws Exception {
        Assumptions.assumeTrue(RunningKernel.ofSystem().versionCode() >= (6 << 16 | 17 << 8), "needs Linux 6.17");
        try (Cgroup cgroup = Cgroup.create();
                LoadedObject object = Objects.loader("cgroups", "leaves_first", "leaves_second", "leaves_third")
                        .load();
                BpfLink second = Attach.cgroup(object.program("leaves_second"), cgroup.path());
                BpfLink first = Attach.cgroup(
                        object.program("leaves_first"),
                        cgroup.path(),
                        CgroupOptions.none().place(Place.first()));
                BpfLink third = Attach.cgroup(
                        object.program("leaves_third"),
                        cgroup.path(),
                        CgroupOptions.none().place(Place.after(second)))) {
            cgroup.run(() -> {
                try (DatagramChannel channel = DatagramChannel.open()) {
                    return channel.send(ByteBuffer.allocate(4), NOBODY);
                }
            });
            Objects.await(() -> Objects.result(object, 1) == 123);
            assertThat(List.of(first, second, third)).allMatch(BpfLink::isKernelLink);
        }
    }

    @Test
    void refusesSockets() throws Exception {
        attached("creates", (cgroup, object, link) -> {
            assertThatThrownBy(() -> cgroup.run(SocketChannel::open)).isInstanceOf(IOException.class);
            assertThat(Objects.hits(object)).isPositive();
        });
    }

    @Test
    void refusesSystemSettings() throws Exception {
        Path setting = Path.of("/proc/sys/kernel/ostype");
        attached("reads", (cgroup, object, link) -> {
            assertThatThrownBy(() -> cgroup.run(() -> Files.readString(setting)))
                    .isInstanceOf(IOException.class);
            assertThat(Files.readString(setting)).isNotEmpty();
            assertThat(Objects.hits(object)).isPositive();
        });
    }

    @Test
    void refusesDevices() throws Exception {
        attached("opens", (cgroup, object, link) -> {
            assertThatThrownBy(() -> cgroup.run(() -> {
                        try (var zero = Files.newInputStream(Path.of("/dev/zero"))) {
                            return zero.read();
                        }
                    }))
                    .isInstanceOf(IOException.class);
            assertThat(Objects.hits(object)).isPositive();
        });
    }

    @Test
    void refusesSocketOptions() throws Exception {
        attached("sets", (cgroup, object, link) -> {
            try (DatagramChannel outside = DatagramChannel.open()) {
                outside.setOption(StandardSocketOptions.SO_BROADCAST, true);
            }
            assertThatThrownBy(() -> cgroup.run(() -> {
                        try (DatagramChannel channel = DatagramChannel.open()) {
                            return channel.setOption(StandardSocketOptions.SO_BROADCAST, true);
                        }
                    }))
                    .isInstanceOf(IOException.class);
            assertThat(Objects.hits(object)).isPositive();
        });
    }

    @Test
    void seesSocketOptionsAskedFor() throws Exception {
        attached("gets", (cgroup, object, link) -> {
            cgroup.run(() -> {
                try (DatagramChannel channel = DatagramChannel.open()) {
                    return channel.getOption(StandardSocketOptions.SO_RCVBUF);
                }
            });
            assertThat(Objects.hits(object)).isPositive();
        });
    }

    @Test
    void seesWhatConnectionsDo() throws Exception {
        attached("operates", (cgroup, object, link) -> {
            try (ServerSocketChannel server = ServerSocketChannel.open()) {
                server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                cgroup.run(() -> {
                    try (SocketChannel channel = SocketChannel.open(server.getLocalAddress())) {
                        return channel.isConnected();
                    }
                });
            }
            assertThat(Objects.hits(object)).isPositive();
        });
    }

    @Test
    void anotherProgramTakesItsPlace() throws Exception {
        try (Cgroup cgroup = Cgroup.create();
                LoadedObject object =
                        Objects.loader("cgroups", "connects", "watches").load();
                BpfLink link = Attach.cgroup(object.program("connects"), cgroup.path())) {
            assertThatThrownBy(() -> cgroup.run(connect())).isInstanceOf(IOException.class);
            link.update(object.program("watches"));
            assertThat(cgroup.run(connect())).isTrue();
            assertThat(Objects.result(object, 1)).isEqualTo(1);
            assertThat(link.info().orElseThrow().programId())
                    .isEqualTo(object.program("watches").info().id());
        }
    }

    @Test
    void worksAsKernelsBeforeLinksHaveIt() throws Exception {
        try (Cgroup cgroup = Cgroup.create();
                LoadedObject object = Objects.loader("cgroups", "connects").load();
                BpfLink link =
                        CgroupLinks.attach(object.program("connects"), cgroup.path(), CgroupOptions.none(), false)) {
            assertThat(link.isKernelLink()).isFalse();
            assertThatThrownBy(() -> cgroup.run(connect())).isInstanceOf(IOException.class);
            link.close();
            assertThat(cgroup.run(connect())).isTrue();
        }
    }

    @Test
    void exclusiveProgramAllowsNoOther() throws Exception {
        try (Cgroup cgroup = Cgroup.create();
                LoadedObject object =
                        Objects.loader("cgroups", "connects", "watches").load();
                BpfLink link = Attach.cgroup(
                        object.program("connects"),
                        cgroup.path(),
                        CgroupOptions.none().sharing(CgroupOptions.Sharing.EXCLUSIVE))) {
            assertThat(link.isKernelLink()).isFalse();
            assertThatThrownBy(() -> Attach.cgroup(object.program("watches"), cgroup.path()))
                    .isInstanceOfSatisfying(
                            AttachException.class, e -> assertThat(e.errno()).hasValue(1))
                    .hasMessageContaining("allows no other");
        }
    }

    @Test
    void pinnedLinkStaysUntilItIsUnpinned() throws Exception {
        Path pin = Path.of("/sys/fs/bpf/attach-" + ProcessHandle.current().pid() + "-cgroup");
        attached("connects", (cgroup, object, link) -> {
            link.pin(pin);
            try {
                link.close();
                assertThatThrownBy(() -> cgroup.run(connect())).isInstanceOf(IOException.class);
                try (BpfLink again = BpfLink.pinned(pin)) {
                    assertThat(again.info().orElseThrow().typeName()).isEqualTo("cgroup");
                }
            } finally {
                Files.delete(pin);
            }
            Objects.await(() -> {
                try {
                    return cgroup.run(connect());
                } catch (Exception e) {
                    return false;
                }
            });
        });
    }

    @Test
    void folderOfVersionOneSaysSo() throws IOException {
        List<Path> others = new ArrayList<>(List.of(Path.of("/proc")));
        Files.readAllLines(Path.of("/proc/self/mounts")).stream()
                .map(line -> line.split(" ", -1))
                .filter(words -> words[2].equals("cgroup"))
                .forEach(words -> others.add(Path.of(words[1])));
        try (LoadedObject object = Objects.loader("cgroups", "connects").load()) {
            assertThat(others)
                    .allSatisfy(folder -> assertThatThrownBy(() -> Attach.cgroup(object.program("connects"), folder))
                            .isInstanceOfSatisfying(AttachException.class, e -> assertThat(e.errno())
                                    .hasValue(9))
                            .hasMessageContaining("that is no folder of cgroup version 2")
                            .hasMessageContaining("name one below the mount of type cgroup2"));
            assertThatThrownBy(() -> Attach.cgroup(object.program("connects"), Path.of("/sys/fs/cgroup/nowhere")))
                    .hasMessageContaining("can't be opened: no such file or directory (ENOENT)");
        }
    }
}
