package io.github.bpflinker.load.host;

import io.github.bpflinker.btf.BtfIndex;
import io.github.bpflinker.btf.BtfKind;
import io.github.bpflinker.load.bind.Ability;
import io.github.bpflinker.load.bind.Host;
import io.github.bpflinker.load.bind.Kallsyms;
import io.github.bpflinker.load.bind.KernelConfigurationFile;
import io.github.bpflinker.load.core.IndexedTypes;
import io.github.bpflinker.load.core.TargetTypes;
import io.github.bpflinker.load.syscall.Architecture;
import io.github.bpflinker.load.syscall.Bpf;
import io.github.bpflinker.load.syscall.Command;
import io.github.bpflinker.load.syscall.SystemCalls;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;

/**
 * The kernel that this process runs on. Properties are cached for the process, except modules and symbols, which can
 * change and are read for each object. Thread-safe.
 */
public final class RunningKernel implements Host {

    private static final Path BTF = Path.of("sys/kernel/btf/vmlinux");
    private static final String KERNEL = "vmlinux";

    private final Path root;
    private final Bpf bpf;
    private final KernelFeatures features;
    private final Lazy<KernelRelease> release;
    private final Lazy<Optional<BtfIndex>> index;
    private final Lazy<Optional<TargetTypes>> types;
    private final Lazy<Optional<KernelModules>> modules;
    private final Lazy<Integer> processors;

    /**
     * Creates an instance that uses the given system calls.
     *
     * @param root the folder that stands for {@code /}: its {@code /proc} and {@code /sys} are read
     */
    @SuppressWarnings("exports") // for other packages of this module
    public RunningKernel(Path root, Bpf bpf) {
        this.root = root;
        this.bpf = bpf;
        this.features = new KernelFeatures(bpf, 0, this::hasSyscallWrapper);
        this.release = new Lazy<>(() -> KernelRelease.of(root));
        this.index = new Lazy<>(this::readTypes);
        this.types = new Lazy<>(() -> index().map(known -> new IndexedTypes(KERNEL, 0, () -> known, null)));
        this.modules = new Lazy<>(
                () -> index().map(known -> new KernelModules(bpf, types.get().orElseThrow(), known)));
        this.processors = new Lazy<>(this::readProcessors);
    }

    /**
     * The shared instance of this process.
     *
     * @throws io.github.bpflinker.diagnostic.UnsupportedPlatformException if programs can't be loaded on this
     *     platform
     */
    public static RunningKernel ofSystem() {
        return Shared.KERNEL.get();
    }

    /** Holds the shared instance. */
    private static final class Shared {

        private static final Lazy<RunningKernel> KERNEL =
                new Lazy<>(() -> new RunningKernel(Path.of("/"), new Bpf(SystemCalls.ofSystem())));
    }

    /** The bpf(2) calls. */
    @SuppressWarnings("exports") // for other packages of this module
    public Bpf bpf() {
        return bpf;
    }

    /** The features of the kernel. */
    public KernelFeatures features() {
        return features;
    }

    /**
     * The features of the kernel as far as a token permits to find them.
     *
     * @param token the descriptor of a token, which must stay open
     */
    public KernelFeatures featuresWith(int token) {
        return new KernelFeatures(bpf, token, this::hasSyscallWrapper);
    }

    /** The release of the kernel. */
    public KernelRelease release() {
        return release.get();
    }

    /** The current permissions of this process. */
    public ProcessRights rights() {
        return ProcessRights.of(root);
    }

    private Optional<BtfIndex> index() {
        return index.get();
    }

    private Optional<BtfIndex> readTypes() {
        Path file = root.resolve(BTF);
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            ByteBuffer content = MappedFile.read(bpf.calls(), file);
            return Optional.of(BtfIndex.read(KERNEL, content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean hasSyscallWrapper() {
        String name = Architecture.ofSystem() == Architecture.X86_64 ? "__x64_sys_bpf" : "__arm64_sys_bpf";
        return kernelTypes()
                        .map(known -> known.find(name, BtfKind.FUNC).isPresent())
                        .orElse(false)
                || symbols(Set.of(name)).containsKey(name);
    }

    private int readProcessors() {
        try {
            return CpuList.count(Files.readString(root.resolve("sys/devices/system/cpu/possible")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<TargetTypes> kernelTypes() {
        return types.get();
    }

    @Override
    public List<TargetTypes> moduleTypes() {
        return modules.get().map(KernelModules::list).orElse(List.of());
    }

    /**
     * Opens the BTF of a module. Returns its descriptor, which the caller must close, or the negated error number.
     *
     * @param module one of {@link #moduleTypes()}
     */
    public int tryOpenModule(TargetTypes module) {
        return bpf.tryOpenById(Command.BTF_GET_FD_BY_ID, ((IndexedTypes) module).id());
    }

    @Override
    public boolean has(Ability ability) {
        return features.has(ability);
    }

    @Override
    public Map<String, List<Long>> symbols(Set<String> names) {
        try (BufferedReader lines =
                Files.newBufferedReader(root.resolve("proc/kallsyms"), StandardCharsets.ISO_8859_1)) {
            return Kallsyms.find(lines, names);
        } catch (IOException e) {
            // Does not exist without CONFIG_KALLSYMS; then there are no symbols.
            return Map.of();
        }
    }

    @Override
    public Optional<Map<String, String>> configuration(Set<String> names) {
        List<Path> places = List.of(
                root.resolve("proc/config.gz"),
                root.resolve("boot/config-" + release().name()),
                root.resolve("lib/modules/" + release().name() + "/config"));
        for (Path file : places) {
            if (Files.isReadable(file)) {
                return Optional.of(read(file, names));
            }
        }
        return Optional.empty();
    }

    private static Map<String, String> read(Path file, Set<String> names) {
        try (InputStream stream = Files.newInputStream(file);
                InputStream text = file.toString().endsWith(".gz") ? new GZIPInputStream(stream) : stream;
                BufferedReader lines = new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8))) {
            return KernelConfigurationFile.find(lines, names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int versionCode() {
        return release().code();
    }

    @Override
    public int pageSize() {
        return bpf.calls().pageSize();
    }

    @Override
    public int possibleCpus() {
        return processors.get();
    }

    /** A value that is computed once, on first use. */
    private static final class Lazy<T> {

        private final Supplier<T> compute;
        private volatile boolean known;
        private Optional<T> value = Optional.empty();

        Lazy(Supplier<T> compute) {
            this.compute = compute;
        }

        T get() {
            if (!known) {
                synchronized (this) {
                    if (!known) {
                        value = Optional.of(compute.get());
                        known = true;
                    }
                }
            }
            return value.orElseThrow();
        }
    }
}
