package io.github.bpflinker.btf.dump;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfFile;
import io.github.bpflinker.btf.BtfKind;
import io.github.bpflinker.btf.BtfSamples;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.BtfType.Composite;
import io.github.bpflinker.btf.BtfType.Member;
import io.github.bpflinker.testing.Command;
import io.github.bpflinker.testing.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/** Has clang compile a header, and compares the layouts that clang finds in it with those that it was made of. */
final class HeaderCheck {

    private final Btf btf;
    private final CIdentifiers names;
    private final Path folder;

    HeaderCheck(Btf btf, Path folder) throws IOException {
        this.btf = btf;
        this.names = new CIdentifiers(btf);
        this.folder = folder;
        StringBuilder header = new StringBuilder();
        CHeaderDump.write(btf, header);
        Files.writeString(folder.resolve("types.h"), header);
    }

    /** By assertions in C on sizes and on the offsets of members that are no bit-fields. */
    void sizesAndOffsetsAreRight(String standard) throws IOException {
        StringBuilder source = new StringBuilder("#include \"types.h\"\n");
        for (int id : named(id -> true)) {
            Composite type = (Composite) btf.type(id);
            String tag = tag(id);
            source.append("_Static_assert(sizeof(" + tag + ") == " + type.size() + ", \"\");\n");
            flatten(btf, type, "", 0).forEach((path, place) -> {
                if (place.bits() == 0 && !CKeywords.contains(path)) {
                    String offset = "__builtin_offsetof(" + tag + ", " + path + ")";
                    source.append("_Static_assert(" + offset + " == " + place.offset() / 8 + ", \"\");\n");
                }
            });
        }
        Path file = Files.writeString(folder.resolve("asserts.c"), source);
        String clang = Tool.CLANG_22.require().toString();
        Command.run(clang, "-target", "bpf", "-std=" + standard, "-Wall", "-Werror", "-fsyntax-only", file.toString())
                .orFail();
    }

    /** By the BTF that clang itself makes of the structs with bit-fields. */
    void bitFieldsAreRight() throws IOException {
        List<Integer> ids = named(id ->
                flatten(btf, (Composite) btf.type(id), "", 0).values().stream().anyMatch(place -> place.bits() != 0));
        StringBuilder source = new StringBuilder("#include \"types.h\"\n");
        for (int id : ids) {
            source.append(tag(id)).append(" *p").append(id).append(";\n");
        }
        Path file = Files.writeString(folder.resolve("bitfields.c"), source);
        Path object = BtfSamples.compile(file, "bpf", folder, "-Wall", "-Werror");
        Btf compiled = BtfFile.read(object, null).btf();
        for (int id : ids) {
            int found = compiled.find(names.of(id), btf.type(id).kind()).orElseThrow();
            assertThat(flatten(compiled, (Composite) compiled.type(found), "", 0))
                    .as(tag(id))
                    .isEqualTo(flatten(btf, (Composite) btf.type(id), "", 0));
        }
        assertThat(ids).isNotEmpty();
    }

    private List<Integer> named(IntPredicate wanted) {
        List<Integer> ids = new ArrayList<>();
        for (int id = 1; id < btf.typeCount(); id++) {
            BtfType type = btf.type(id);
            boolean composite = type.kind() == BtfKind.STRUCT || type.kind() == BtfKind.UNION;
            if (composite && !type.name().isEmpty() && wanted.test(id)) {
                ids.add(id);
            }
        }
        return ids;
    }

    private String tag(int id) {
        return CIdentifiers.keyword(btf.type(id)) + " " + names.of(id);
    }

    /**
     * Where a member is.
     *
     * @param offset in bits
     * @param bits of a bit-field, else 0
     */
    private record Place(long offset, int bits) {}

    /** The members, with those of structs inside that have no name, by what C calls them. */
    private static Map<String, Place> flatten(Btf btf, Composite type, String prefix, long start) {
        Map<String, Place> places = new TreeMap<>();
        for (Member member : type.members()) {
            long offset = start + member.bitOffset();
            String path = prefix + member.name();
            if (!member.name().isEmpty() && btf.sizeOf(member.type()).isPresent()) {
                places.put(path, new Place(offset, member.bitSize()));
            }
            if (btf.type(member.type()) instanceof Composite inner
                    && inner.name().isEmpty()) {
                places.putAll(flatten(btf, inner, member.name().isEmpty() ? prefix : path + ".", offset));
            }
        }
        return places;
    }
}
