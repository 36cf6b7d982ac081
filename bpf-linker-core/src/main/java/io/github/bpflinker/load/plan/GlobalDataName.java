package io.github.bpflinker.load.plan;

/**
 * The kernel name of a global data map: a prefix of the object's name and the section name, of which at least seven
 * characters are kept ({@code internal_map_name}).
 */
final class GlobalDataName {

    private static final int LONGEST = 15;
    private static final int LEAST_SUFFIX = 7;

    private GlobalDataName() {}

    static String of(String object, String section, PlannedMap.Kind kind) {
        int suffix = Math.min(Math.max(LEAST_SUFFIX, section.length()), LONGEST);
        boolean custom = section.indexOf('.', 1) >= 0 || kind == PlannedMap.Kind.PERCPU;
        int prefix = custom ? 0 : Math.min(LONGEST - suffix, object.length());
        String name = object.substring(0, prefix) + section.substring(0, Math.min(suffix, section.length()));
        StringBuilder allowed = new StringBuilder(name);
        for (int i = 0; i < allowed.length(); i++) {
            if (!isAllowed(allowed.charAt(i))) {
                allowed.setCharAt(i, '_');
            }
        }
        return allowed.toString();
    }

    private static boolean isAllowed(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
    }

    /** The name of an object from its file name: the part before the first dot, at most 15 characters. */
    static String ofObject(String file) {
        String base = file.substring(file.lastIndexOf('/') + 1);
        String cut = base.substring(0, Math.min(LONGEST, base.length()));
        int dot = cut.indexOf('.');
        return dot < 0 ? cut : cut.substring(0, dot);
    }
}
