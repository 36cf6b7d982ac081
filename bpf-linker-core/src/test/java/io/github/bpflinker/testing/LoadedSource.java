package io.github.bpflinker.testing;

import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.load.BpfLoader;
import io.github.bpflinker.load.LoadedObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** BPF programs in C that tests load into the running kernel. */
public final class LoadedSource {

    /** What the programs of these tests use of the kernel's and libbpf's headers. */
    private static final String PRELUDE = """
        typedef unsigned char u8; typedef unsigned short u16; typedef unsigned u32; typedef unsigned long long u64;
        typedef int s32; typedef long long s64;
        #define SEC(name) __attribute__((section(name), used))
        #define __uint(name, number) int (*name)[number]
        #define __type(name, type) typeof(type) *name
        #define __array(name, type) typeof(type) *name[]
        static void *(*bpf_map_lookup_elem)(void *, const void *) = (void *)1;
        static long (*bpf_map_update_elem)(void *, const void *, const void *, u64) = (void *)2;
        static u64 (*bpf_ktime_get_ns)(void) = (void *)5;
        static long (*bpf_trace_printk)(const char *, u32, ...) = (void *)6;
        static u32 (*bpf_get_smp_processor_id)(void) = (void *)8;
        static long (*bpf_perf_event_output)(void *, void *, u64, void *, u64) = (void *)25;
        static long (*bpf_ringbuf_output)(void *, void *, u64, u64) = (void *)130;
        static void *(*bpf_ringbuf_reserve)(void *, u64, u64) = (void *)131;
        static void (*bpf_ringbuf_submit)(void *, u64) = (void *)132;
        static void (*bpf_ringbuf_discard)(void *, u64) = (void *)133;
        char _license[] SEC("license") = "GPL";
        """;

    private LoadedSource() {}

    /** Loads C source, behind the prelude, as root only. */
    public static LoadedObject load(Path folder, String name, String source) {
        return load(folder, name, source, loader -> loader);
    }

    /** The same, with settings. */
    public static LoadedObject load(Path folder, String name, String source, UnaryOperator<BpfLoader> settings) {
        Root.require();
        return settings.apply(BpfLoader.of(read(compile(folder, name, source)))).load();
    }

    /** Compiles it with the clang that is always there. */
    public static Path compile(Path folder, String name, String source) {
        return Compiler.embeddedClang(folder, name + ".o", PRELUDE + source, "--target=bpf", "-O2", "-g", "-mcpu=v3");
    }

    private static BpfObject read(Path file) {
        try {
            return BpfObject.read(file.toString(), ByteBuffer.wrap(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
