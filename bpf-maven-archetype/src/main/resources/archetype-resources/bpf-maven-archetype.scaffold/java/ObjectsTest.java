package @package@;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.bpflinker.elf.BpfObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every object of the build has what loaders need. */
class ObjectsTest {

    private static final Path OBJECTS = Path.of("target/classes/bpf");

    @Test
    void thereIsAnObject() throws IOException {
        assertFalse(objects().isEmpty());
    }

    @TestFactory
    List<DynamicTest> everyObjectIsComplete() throws IOException {
        return objects().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(BpfObject.read(file))))
                .toList();
    }

    private static void check(BpfObject object) {
        assertFalse(object.programs().isEmpty(), "it has a program");
        assertTrue(object.btfSize() > 0, "it has BTF");
        assertTrue(object.license().isPresent(), "it has a license");
    }

    private static List<Path> objects() throws IOException {
        try (Stream<Path> files = Files.list(OBJECTS)) {
            return files.filter(file -> file.toString().endsWith(".bpf.o")).sorted().toList();
        }
    }
}
