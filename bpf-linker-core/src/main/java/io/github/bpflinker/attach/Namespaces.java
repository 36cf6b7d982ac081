package io.github.bpflinker.attach;

import io.github.bpflinker.concurrent.SeparateThread;
import io.github.bpflinker.load.syscall.Errno;
import io.github.bpflinker.load.syscall.NativeMemory;
import io.github.bpflinker.load.syscall.SystemCall;
import io.github.bpflinker.load.syscall.SystemCalls;
import java.lang.ref.Reference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Work in another network namespace. */
final class Namespaces {

    private static final int NEW_NET = 0x40000000;
    private static final int DATAGRAM = 2;
    private static final int CLOSE_ON_EXEC = 0x80000;
    private static final int UNIX = 1;
    private static final int NAME_TO_INDEX = 0x8933;
    private static final int NAME_SIZE = 16;
    private static final int REQUEST_SIZE = 40;

    private Namespaces() {}

    /**
     * Does something in a namespace: on a thread of its own, as threads each have one, and those of a caller stay where they
     * are.
     *
     * @param file empty for the namespace of the calling thread
     * @throws AttachException if it can't be entered
     */
    static <T> T run(SystemCalls calls, Optional<Path> file, Supplier<T> work) {
        if (file.isEmpty()) {
            return work.get();
        }
        // What was begun is short, and must not be left half done.
        return SeparateThread.call("network namespace", 0, () -> {
            enter(calls, file.get());
            return work.get();
        });
    }

    private static void enter(SystemCalls calls, Path file) {
        int fd = open(calls, file);
        int answer = (int) calls.call(SystemCall.SETNS, fd, NEW_NET);
        calls.close(fd);
        if (answer < 0) {
            throw AttachException.unsuitable("network namespace " + file + " can't be entered: "
                    + Errno.describe(-answer) + " from setns; name a file as /run/netns/NAME is, and run with"
                    + " CAP_SYS_ADMIN");
        }
    }

    /** A descriptor of a namespace, which the caller closes. */
    static int open(SystemCalls calls, Path file) {
        int fd = calls.open(file.toString(), 0);
        if (fd < 0) {
            throw AttachException.unsuitable(
                    "network namespace " + file + " can't be opened: " + Errno.describe(-fd) + "; see ip netns list");
        }
        return fd;
    }

    /**
     * The index of an interface in the namespace of the calling thread.
     *
     * @throws AttachException if there is no interface of that name
     */
    static int indexOf(SystemCalls calls, NetworkDevice device) {
        if (device.index() != 0) {
            return device.index();
        }
        byte[] name = device.name().getBytes(StandardCharsets.UTF_8);
        if (name.length == 0 || name.length >= NAME_SIZE) {
            throw missing(device);
        }
        NativeMemory request = NativeMemory.allocate(REQUEST_SIZE);
        request.bytes().put(0, name);
        int socket = (int) calls.call(SystemCall.SOCKET, UNIX, DATAGRAM | CLOSE_ON_EXEC, 0);
        if (socket < 0) {
            throw AttachException.unsuitable("the index of interface " + device + " can't be asked for: "
                    + Errno.describe(-socket) + " from socket; name the interface by its index");
        }
        int answer = (int) calls.call(SystemCall.IOCTL, socket, NAME_TO_INDEX, request.address());
        calls.close(socket);
        Reference.reachabilityFence(request);
        if (answer < 0) {
            throw missing(device);
        }
        return request.bytes().getInt(NAME_SIZE);
    }

    private static AttachException missing(NetworkDevice device) {
        return AttachException.unsuitable("there is no network interface " + device
                + (device.namespace().isEmpty() ? " in this network namespace" : "")
                + "; see ip link, and name the namespace if it is in another");
    }
}
