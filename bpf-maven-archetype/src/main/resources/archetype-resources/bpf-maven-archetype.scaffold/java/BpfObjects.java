package @package@;

import io.github.bpflinker.elf.BpfFunction;
import io.github.bpflinker.elf.BpfMap;
import io.github.bpflinker.elf.BpfObject;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The BPF objects of this project. */
public final class BpfObjects {

    private static final String SUFFIX = ".bpf.o";

    private BpfObjects() {}

    /** Prints the programs and maps of the objects. */
    public static void main(String[] arguments) throws IOException {
        all().forEach((name, object) -> {
            System.out.println(name + ": " + object.instructions() + " instructions, BTF " + object.btfSize() + " B");
            for (BpfFunction program : object.programs()) {
                System.out.println("  program " + program.name() + " (" + program.section().name() + ")");
            }
            for (BpfMap map : object.maps()) {
                System.out.println("  map " + map.name());
            }
        });
    }

    /** Reads the objects, from a jar or from a directory, and returns them by name. */
    public static SortedMap<String, BpfObject> all() throws IOException {
        Path home = home();
        if (Files.isDirectory(home)) {
            return read(home.resolve("bpf"));
        }
        try (FileSystem jar = FileSystems.newFileSystem(home)) {
            return read(jar.getPath("/bpf"));
        }
    }

    private static SortedMap<String, BpfObject> read(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files = entries.filter(file -> file.toString().endsWith(SUFFIX)).toList();
        }
        SortedMap<String, BpfObject> objects = new TreeMap<>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            BpfObject object = BpfObject.read(name, ByteBuffer.wrap(Files.readAllBytes(file)));
            objects.put(name.substring(0, name.length() - SUFFIX.length()), object);
        }
        return objects;
    }

    private static Path home() throws IOException {
        try {
            URI place = BpfObjects.class.getProtectionDomain().getCodeSource().getLocation().toURI();
            return Path.of(place);
        } catch (URISyntaxException e) {
            throw new IOException("the classes of this program are in no file", e);
        }
    }
}
