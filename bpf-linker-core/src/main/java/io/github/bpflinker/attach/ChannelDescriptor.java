package io.github.bpflinker.attach;

import io.github.bpflinker.load.syscall.NativeMemory;
import io.github.bpflinker.load.syscall.SystemCall;
import io.github.bpflinker.load.syscall.SystemCalls;
import java.io.IOException;
import java.lang.ref.Reference;
import java.net.StandardSocketOptions;
import java.nio.channels.NetworkChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Finds the descriptor of a channel's socket, which the JDK does not tell: it is the one whose option SO_REUSEADDR follows
 * when the channel's option is changed and changed back.
 */
final class ChannelDescriptor {

    private static final int SOCKET = 1;
    private static final int REUSE_ADDRESS = 2;
    private static final Object ONE_AT_A_TIME = new Object();

    private ChannelDescriptor() {}

    /** Empty if it is closed, or no socket of this process. */
    static OptionalInt find(SystemCalls calls, NetworkChannel channel) {
        synchronized (ONE_AT_A_TIME) {
            try {
                if (!channel.supportedOptions().contains(StandardSocketOptions.SO_REUSEADDR)) {
                    return OptionalInt.empty();
                }
                boolean before = channel.getOption(StandardSocketOptions.SO_REUSEADDR);
                Map<Integer, Boolean> first = options(calls, sockets());
                Map<Integer, Boolean> changed;
                try {
                    channel.setOption(StandardSocketOptions.SO_REUSEADDR, !before);
                    changed = options(calls, first.keySet());
                } finally {
                    channel.setOption(StandardSocketOptions.SO_REUSEADDR, before);
                }
                Map<Integer, Boolean> last = options(calls, first.keySet());
                List<Integer> found = first.keySet().stream()
                        .filter(fd -> Boolean.valueOf(before).equals(first.get(fd))
                                && Boolean.valueOf(!before).equals(changed.get(fd))
                                && Boolean.valueOf(before).equals(last.get(fd)))
                        .toList();
                // Descriptors of the same socket are equally good.
                return found.isEmpty() ? OptionalInt.empty() : OptionalInt.of(found.get(0));
            } catch (IOException e) {
                return OptionalInt.empty();
            }
        }
    }

    private static List<Integer> sockets() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.filter(ChannelDescriptor::isSocket)
                    .map(file -> Integer.valueOf(String.valueOf(file.getFileName())))
                    .toList();
        }
    }

    private static boolean isSocket(Path file) {
        try {
            return Files.readSymbolicLink(file).toString().startsWith("socket:");
        } catch (IOException e) {
            // Closed meanwhile.
            return false;
        }
    }

    private static Map<Integer, Boolean> options(SystemCalls calls, Iterable<Integer> sockets) {
        Map<Integer, Boolean> options = new HashMap<>();
        NativeMemory value = NativeMemory.allocate(Integer.BYTES);
        NativeMemory size = NativeMemory.allocate(Integer.BYTES);
        for (int socket : sockets) {
            size.bytes().putInt(0, Integer.BYTES);
            long answer =
                    calls.call(SystemCall.GETSOCKOPT, socket, SOCKET, REUSE_ADDRESS, value.address(), size.address());
            if (answer == 0) {
                options.put(socket, value.bytes().getInt(0) != 0);
            }
        }
        Reference.reachabilityFence(value);
        Reference.reachabilityFence(size);
        return options;
    }
}
