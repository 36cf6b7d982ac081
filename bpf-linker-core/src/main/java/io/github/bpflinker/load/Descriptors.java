package io.github.bpflinker.load;

import io.github.bpflinker.load.syscall.SystemCalls;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Owns open file descriptors and mapped memory, which are released together in reverse order. Thread-safe. */
final class Descriptors implements AutoCloseable {

    private final SystemCalls calls;
    private final List<Integer> open = new ArrayList<>();
    private final List<Mapping> mappings = new ArrayList<>();

    private record Mapping(long address, long length) {}

    Descriptors(SystemCalls calls) {
        this.calls = calls;
    }

    /** Takes ownership of a descriptor. */
    synchronized int add(int fd) {
        open.add(fd);
        return fd;
    }

    /** Takes ownership of mapped memory. */
    synchronized void addMapping(long address, long length) {
        mappings.add(new Mapping(address, length));
    }

    /** Closes one descriptor. */
    void close(int fd) {
        synchronized (this) {
            open.remove(Integer.valueOf(fd));
        }
        calls.close(fd);
    }

    /** Transfers ownership of everything to another instance. */
    synchronized void moveTo(Descriptors other) {
        open.forEach(other::add);
        open.clear();
        mappings.forEach(mapping -> other.addMapping(mapping.address(), mapping.length()));
        mappings.clear();
    }

    /** Whether nothing is open. */
    synchronized boolean isEmpty() {
        return open.isEmpty() && mappings.isEmpty();
    }

    @Override
    public void close() {
        List<Integer> closing;
        List<Mapping> unmapping;
        synchronized (this) {
            closing = new ArrayList<>(open);
            unmapping = List.copyOf(mappings);
            open.clear();
            mappings.clear();
        }
        unmapping.forEach(mapping -> calls.munmap(mapping.address(), mapping.length()));
        Collections.reverse(closing);
        closing.forEach(calls::close);
    }
}
