package @package@;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.bpflinker.elf.BpfObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BpfObjectsTest {

    private static final Path SOURCES = Path.of("src/main/bpf");
    private static final String SUFFIX = ".bpf.c";

    @Test
    void everySourceIsPackagedAsAnObject() throws IOException {
        Set<String> packaged = BpfObjects.all().keySet();

        assertFalse(packaged.isEmpty(), "there is an object");
        for (String object : objectsOfTheSources()) {
            assertTrue(packaged.contains(object), object + " is packaged");
        }
    }

    @Test
    void everyObjectHasWhatLoadersNeed() throws IOException {
        for (BpfObject object : BpfObjects.all().values()) {
            String name = object.file().name();
            assertFalse(object.programs().isEmpty(), name + " has a program");
            assertTrue(object.btfSize() > 0, name + " has BTF");
            assertFalse(object.license().orElse("").isEmpty(), name + " has a license");
        }
    }

    /** NAME.bpf.c is the object NAME, and so is the folder NAME of a crate with one binary. */
    private static List<String> objectsOfTheSources() throws IOException {
        try (Stream<Path> entries = Files.list(SOURCES)) {
            return entries.filter(entry -> entry.toString().endsWith(SUFFIX) || hasOneBinary(entry))
                    .map(entry -> entry.getFileName().toString())
                    .map(name -> name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name)
                    .toList();
        }
    }

    private static boolean hasOneBinary(Path crate) {
        return Files.exists(crate.resolve("src/main.rs")) && !Files.exists(crate.resolve("src/bin"));
    }
}
