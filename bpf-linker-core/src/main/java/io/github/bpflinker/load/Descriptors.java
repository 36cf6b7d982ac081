package io.github.bpflinker.load;

import io.github.bpflinker.load.syscall.SystemCalls;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Open file descriptors and mapped memory that are given back together, the last first. Thread-safe. */
final class Descriptors implements AutoCloseable {

    private final SystemCalls calls;
    private final List<Integer> open = new ArrayList<>();
    private final List<Mapping> mappings = new ArrayList<>();

    private record Mapping(long address, long length) {}

    Descriptors(SystemCalls calls) {
        this.calls = calls;
    }

    /** Takes one over. */
    synchronized int add(int fd) {
        open.add(fd);
        return fd;
    }

    /** Takes mapped memory over. */
    synchronized void addMapping(long address, long length) {
        mappings.add(new Mapping(address, length));
    }

    /** Closes one before the others. */
    void close(int fd) {
        synchronized (this) {
            open.remove(Integer.valueOf(fd));
        }
        calls.close(fd);
    }

    /** Hands all over to another, which closes them from then on. */
    synchronized void moveTo(Descriptors other) {
        open.forEach(other::add);
        open.clear();
        mappings.forEach(mapping -> other.addMapping(mapping.address(), mapping.length()));
        mappings.clear();
    }

    /** Whether all are closed, or none was ever open. */
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
