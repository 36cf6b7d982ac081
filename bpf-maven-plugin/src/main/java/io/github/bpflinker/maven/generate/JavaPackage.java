package io.github.bpflinker.maven.generate;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.SourceVersion;

/** Names of Java packages. */
public final class JavaPackage {

    private static final String OF_OBJECTS = "bpf";

    private JavaPackage() {}

    /** Whether a package can have the name. */
    public static boolean isValid(String name) {
        return SourceVersion.isName(name);
    }

    /** The package {@code bpf} of a group of projects, whose id can contain what a package name cannot. */
    public static String ofGroup(String groupId) {
        List<String> parts = new ArrayList<>();
        for (String part : groupId.split("\\.", -1)) {
            String word = part.replaceAll("[^A-Za-z0-9_]", "_");
            if (!word.isEmpty()) {
                String start = Character.isDigit(word.charAt(0)) ? "_" + word : word;
                parts.add(SourceVersion.isName(start) ? start : start + "_");
            }
        }
        parts.add(OF_OBJECTS);
        return String.join(".", parts);
    }
}
