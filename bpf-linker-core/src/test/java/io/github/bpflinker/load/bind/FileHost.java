package io.github.bpflinker.load.bind;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfReader;
import io.github.bpflinker.load.core.ModelTypes;
import io.github.bpflinker.load.core.TargetTypes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The running kernel as its files describe it, with every ability but those taken away; CO-RE may be against the BTF of
 * another one.
 */
public final class FileHost implements Host {

    private static final Path KERNEL_BTF = Path.of("/sys/kernel/btf/vmlinux");
    private static final @Nullable TargetTypes KERNEL = Files.isReadable(KERNEL_BTF) ? read(KERNEL_BTF) : null;

    /** Reading the list of symbols takes a while, and tests that damage objects ask often. */
    private static final Map<Set<String>, Map<String, List<Long>>> SYMBOLS = new ConcurrentHashMap<>();

    private static final Map<Set<String>, Optional<Map<String, String>>> CONFIGURATION = new ConcurrentHashMap<>();

    private final Optional<TargetTypes> given;
    private final Set<Ability> abilities = EnumSet.allOf(Ability.class);

    private FileHost(Optional<TargetTypes> given) {
        this.given = given;
    }

    public static FileHost running() {
        return new FileHost(Optional.empty());
    }

    public static FileHost withTypes(TargetTypes given) {
        return new FileHost(Optional.of(given));
    }

    public FileHost without(Ability... missing) {
        List.of(missing).forEach(abilities::remove);
        return this;
    }

    /** The BTF of a kernel, from a file that holds nothing else. */
    public static TargetTypes read(Path file) {
        try {
            Btf btf = BtfReader.read(file.toString(), ByteBuffer.wrap(Files.readAllBytes(file)));
            return new ModelTypes("vmlinux", btf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<TargetTypes> kernelTypes() {
        return Optional.ofNullable(KERNEL);
    }

    @Override
    public List<TargetTypes> moduleTypes() {
        return List.of();
    }

    @Override
    public Optional<TargetTypes> givenTypes() {
        return given;
    }

    @Override
    public boolean has(Ability ability) {
        return abilities.contains(ability);
    }

    @Override
    public Map<String, List<Long>> symbols(Set<String> names) {
        return SYMBOLS.computeIfAbsent(names, FileHost::readSymbols);
    }

    private static Map<String, List<Long>> readSymbols(Set<String> names) {
        try (BufferedReader lines = Files.newBufferedReader(Path.of("/proc/kallsyms"), StandardCharsets.ISO_8859_1)) {
            return Kallsyms.find(lines, names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<Map<String, String>> configuration(Set<String> names) {
        return CONFIGURATION.computeIfAbsent(names, FileHost::readConfiguration);
    }

    private static Optional<Map<String, String>> readConfiguration(Set<String> names) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(Path.of("/proc/config.gz"))), StandardCharsets.UTF_8))) {
            return Optional.of(KernelConfigurationFile.find(lines, names));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public int versionCode() {
        String[] parts = System.getProperty("os.version").split("[^0-9]+", -1);
        return Integer.parseInt(parts[0]) << 16
                | Integer.parseInt(parts[1]) << 8
                | Math.min(255, Integer.parseInt(parts[2]));
    }

    @Override
    public int pageSize() {
        return 4096;
    }

    @Override
    public int possibleCpus() {
        return Runtime.getRuntime().availableProcessors();
    }
}
