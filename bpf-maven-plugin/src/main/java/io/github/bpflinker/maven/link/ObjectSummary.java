package io.github.bpflinker.maven.link;

import io.github.bpflinker.elf.BpfObject;
import java.util.Locale;

/** What an object holds, in half a line. */
final class ObjectSummary {

    private static final double KIB = 1024;

    private ObjectSummary() {}

    static String of(BpfObject object) {
        String btf =
                object.btfSize() == 0 ? "no BTF" : String.format(Locale.ROOT, "BTF %.1f KiB", object.btfSize() / KIB);
        return count(object.programs().size(), "program") + ", "
                + count(object.maps().size(), "map") + ", "
                + count(object.instructions(), "instruction") + ", " + btf;
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
