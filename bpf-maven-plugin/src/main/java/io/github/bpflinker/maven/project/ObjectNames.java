package io.github.bpflinker.maven.project;

import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The rules for names of objects. */
public final class ObjectNames {

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private ObjectNames() {}

    /** Whether the name is valid in file names of all systems. */
    public static boolean isValid(String name) {
        return VALID.matcher(name).matches();
    }

    /**
     * Checks that the name is valid in file names of all systems.
     *
     * @throws BuildFailure if it is not
     */
    static void check(String name) {
        if (!isValid(name)) {
            throw new BuildFailure(new Reason.ObjectNameInvalid(name));
        }
    }

    /** @throws BuildFailure if two objects have the same name, ignoring case */
    static void checkUnique(List<ObjectSpec> objects) {
        Map<String, ObjectSpec> seen = new HashMap<>();
        for (ObjectSpec object : objects) {
            ObjectSpec first = seen.putIfAbsent(object.name().toLowerCase(Locale.ROOT), object);
            if (first != null) {
                throw new BuildFailure(new Reason.ObjectTwice(object.name(), first.origin(), object.origin()));
            }
        }
    }
}
