package io.github.bpflinker.maven.headers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a header defines, as C declarations that let one see it: each declares a variable whose bytes are a constant's
 * value, a type's size, a member's offset, or a struct with all bits of a bit field set. Read from clang's own listing.
 */
final class Inventory {

    private static final Pattern MACRO = Pattern.compile("#define ([A-Za-z]\\w*) (.+)");
    private static final Pattern CONSTANT = Pattern.compile("EnumConstantDecl .* (\\w+) '[^']*'$");
    private static final Pattern RECORD = Pattern.compile("RecordDecl .* (struct|union) (\\w+) definition$");
    private static final Pattern FIELD = Pattern.compile("(?:Indirect)?FieldDecl .*? (\\w+) '[^']*'(?::'[^']*')?$");

    private final Map<String, String> declarations = new LinkedHashMap<>();

    /** Of the headers {@code names}, including what they include. */
    static Inventory of(Clang clang, List<String> names, boolean macros) {
        Inventory inventory = new Inventory();
        List<String> options = new ArrayList<>(
                List.of("-target", "bpfel", "-D__TARGET_ARCH_x86", "-I", Headers.FOLDER.toString(), "-x", "c"));
        names.forEach(name -> options.addAll(List.of("-include", name)));
        inventory.types(run(clang, options, "-fsyntax-only", "-Xclang", "-ast-dump", "-fno-color-diagnostics"));
        if (macros) {
            inventory.macros(run(clang, options, "-E", "-dD"));
        }
        return inventory;
    }

    private static List<String> run(Clang clang, List<String> options, String... more) {
        List<String> all = new ArrayList<>(List.of(more));
        all.addAll(options);
        all.add("/dev/null");
        Run run = clang.with(all);
        if (!run.succeeded()) {
            throw new AssertionError(run.output());
        }
        return run.output().lines().toList();
    }

    /** The variables' declarations by their names. */
    Map<String, String> declarations() {
        return declarations;
    }

    private void macros(List<String> lines) {
        boolean ours = false;
        for (String line : lines) {
            if (line.startsWith("# ")) {
                ours = line.contains(Headers.FOLDER.toString());
            }
            Matcher macro = MACRO.matcher(line);
            if (ours
                    && macro.matches()
                    && !macro.group(2).matches(".*(__attribute__|inline|in6_u|icmp6_dataun|__pad).*")) {
                constant(macro.group(1));
            }
        }
    }

    private void types(List<String> lines) {
        String record = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher constant = CONSTANT.matcher(line);
            if (constant.find()) {
                constant(constant.group(1));
            }
            if (line.matches("[|`]-\\w.*")) {
                Matcher named = RECORD.matcher(line);
                record = named.find() ? named.group(1) + " " + named.group(2) : "";
                if (!record.isEmpty()) {
                    put("size_" + named.group(2), "sizeof(" + record + ")");
                }
            } else if (!record.isEmpty() && line.matches("[| ] [|`]-.*")) {
                Matcher field = FIELD.matcher(line);
                if (field.find()) {
                    boolean bits = i + 1 < lines.size() && lines.get(i + 1).matches("[| ] [| ] [|`]-ConstantExpr.*");
                    member(record, field.group(1), bits);
                }
            }
        }
    }

    private void constant(String name) {
        put("value_" + name, "(unsigned long long)(" + name + ")");
    }

    private void member(String record, String field, boolean bits) {
        String name = record.substring(record.indexOf(' ') + 1) + "__" + field;
        if (bits) {
            declarations.put("bits_" + name, "const " + record + " bits_" + name + " = {." + field + " = -1};");
        } else {
            put("offset_" + name, "__builtin_offsetof(" + record + ", " + field + ")");
        }
    }

    private void put(String name, String value) {
        declarations.put(name, "const unsigned long long " + name + " = " + value + ";");
    }
}
