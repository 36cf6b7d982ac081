package @package@;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.bpflinker.elf.BpfObject;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BpfObjectsTest {

    @Test
    void everyObjectIsPackaged() throws IOException {
        assertEquals(Set.of(@objects@), BpfObjects.all().keySet());
    }

    @Test
    void everyObjectHasWhatLoadersNeed() throws IOException {
        for (BpfObject object : BpfObjects.all().values()) {
            String name = object.file().name();
            assertFalse(object.programs().isEmpty(), name + " has a program");
            assertFalse(object.maps().isEmpty(), name + " has a map");
            assertTrue(object.btfSize() > 0, name + " has BTF");
            assertEquals("Dual MIT/GPL", object.license().orElse(""), name);
        }
    }
}
