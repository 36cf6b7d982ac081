package io.github.bpflinker.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.NativeLibrary;
import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfFile;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.testing.Tool;
import io.github.bpflinker.typed.Memory;
import java.io.IOException;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Structs and unions of less than 4 KiB of the running kernel: random bytes read by generated classes and by C. A sample of
 * them; all with {@code -Dbpf.generate.every=1}.
 */
class KernelStructsTest {

    private static final int EVERY = Integer.getInteger("bpf.generate.every", 101);
    private static final int LARGEST = 4096;

    /** As many as javac can have at once in little memory. */
    private static final int BATCH = 1500;

    @TempDir
    private Path folder;

    /** A struct, and how C calls it. */
    private record Case(int number, String type, CompositeModel model) {}

    @Test
    void areReadAsCReadsThem() throws IOException, ReflectiveOperationException {
        Btf btf = BtfFile.read(Tool.KERNEL_BTF.require(), null).btf();
        Map<Integer, String> names = names(btf);
        List<Integer> ids = names.keySet().stream().sorted().toList();
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < ids.size(); i += EVERY) {
            chosen.add(ids.get(i));
        }
        int compared = 0;
        for (int from = 0; from < chosen.size(); from += BATCH) {
            Path batch = Files.createDirectory(folder.resolve("batch" + from));
            compared += compare(btf, names, chosen.subList(from, Math.min(from + BATCH, chosen.size())), batch);
        }
        assertThat(compared).isGreaterThanOrEqualTo(chosen.size());
        System.out.println(chosen.size() + " structs and unions of " + ids.size() + " named ones, " + compared
                + " with those inside of them, were read as C reads them");
    }

    /** The names of structs and unions in the C header. */
    private static Map<Integer, String> names(Btf btf) {
        Map<Integer, String> names = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (int id = 1; id < btf.typeCount(); id++) {
            BtfType type = btf.type(id);
            boolean tag = type instanceof BtfType.Composite
                    || (type instanceof BtfType.Enumeration enumeration
                            && !enumeration.enumerators().isEmpty());
            if (tag && !type.name().isEmpty()) {
                int count = counts.merge(type.name(), 1, Integer::sum);
                if (type instanceof BtfType.Composite composite && composite.size() > 0 && composite.size() < LARGEST) {
                    names.put(
                            id,
                            (type instanceof BtfType.Struct ? "struct " : "union ")
                                    + type.name()
                                    + (count == 1 ? "" : "___" + count));
                }
            }
        }
        return names;
    }

    private int compare(Btf btf, Map<Integer, String> names, List<Integer> ids, Path batch)
            throws IOException, ReflectiveOperationException {
        TypeCatalog catalog = new TypeCatalog(btf, new Scope(Imports.RESERVED));
        CompositeModels models = new CompositeModels(catalog);
        CStructs structs = new CStructs(
                btf, ids.stream().map(id -> btf.type(id).name()).distinct().toList());
        List<Case> cases = new ArrayList<>();
        for (int id : ids) {
            String type = Objects.requireNonNull(names.get(id));
            add(structs, type, models.composite(id, catalog.classOf(id), type), cases);
        }
        NativeLibrary library = structs.compile(batch);
        Path classes = Files.createDirectory(batch.resolve("classes"));
        JavaBuild.compile(classes, JavaGenerator.classes(catalog, GenerateOptions.of("kernel")));
        SoftAssertions all = new SoftAssertions();
        try (URLClassLoader loader = JavaBuild.loader(classes)) {
            for (Case each : cases) {
                new Comparison(each, loader, all).compare(library);
            }
        }
        all.assertAll();
        return cases.size();
    }

    /** A struct and those without a name inside of it. */
    private static void add(CStructs structs, String type, CompositeModel model, List<Case> cases) {
        cases.add(new Case(structs.add(type, model), type, model));
        for (Member member : CStructs.members(model)) {
            Shape element =
                    member.shape() instanceof ArrayShape.Elements elements ? elements.element() : member.shape();
            int dimensions = element == member.shape()
                    ? 0
                    : (int) member.declared().chars().filter(c -> c == '[').count();
            if (element instanceof Shape.Struct struct) {
                model.nested().stream()
                        .filter(each -> each.name().equals(struct.name()) && each.size() > 0)
                        .forEach(each -> add(
                                structs,
                                "__typeof__(" + "*".repeat(dimensions) + "((" + type + " *)0)->" + member.label() + ")",
                                each,
                                cases));
            }
        }
    }

    /** The comparison of one struct. */
    private record Comparison(Case subject, ClassLoader loader, SoftAssertions all) {

        void compare(NativeLibrary library) throws ReflectiveOperationException {
            CompositeModel model = subject.model();
            byte[] bytes = new byte[model.size()];
            new Random(subject.type().hashCode()).nextBytes(bytes);
            List<String> c = CStructs.read(library, subject.number(), bytes);
            StructTypes type = new StructTypes(
                    loader.loadClass("kernel." + model.name().qualified().replace('.', '$')));
            Object view = type.view(Memory.of(bytes));
            Object record = type.read(Memory.of(bytes));
            List<String> java = new ArrayList<>(List.of(number(type.size())));
            List<Member> members = new ArrayList<>(CStructs.members(model));
            members.sort(Comparator.comparing(member -> CStructs.isBits(member.shape())));
            for (Member member : members) {
                String value = value(member, view);
                java.add(CStructs.isBits(member.shape()) ? value : number(member.offset()) + " " + value);
                compareRecord(member, record, view, value);
            }
            all.assertThat(java).as(subject.type()).isEqualTo(c);
            byte[] written = type.write(record);
            all.assertThat(type.read(Memory.of(written))).as(subject.type()).isEqualTo(record);
        }

        /** The same member of the record; those of an anonymous union are not components. */
        private void compareRecord(Member member, Object record, Object view, String value)
                throws ReflectiveOperationException {
            boolean own =
                    subject.model().overlaid() || subject.model().members().contains(member);
            if (!own && member.shape() instanceof Shape.EnumNumber) {
                return;
            }
            if (member.shape() instanceof Shape.Struct) {
                Object inner = StructTypes.call(view, member.name());
                all.assertThat(StructTypes.call(record, member.name()))
                        .as(subject.type())
                        .isEqualTo(StructTypes.call(inner, "keep"));
            } else if (!(member.shape() instanceof Shape.Characters)) {
                all.assertThat(value(member, record))
                        .as(subject.type() + "." + member.label())
                        .isEqualTo(value);
            }
        }

        private String value(Member member, Object from) throws ReflectiveOperationException {
            Shape shape = member.shape();
            if (shape instanceof Shape.Struct || shape instanceof ArrayShape.Elements) {
                return number(shape.size());
            }
            if (shape instanceof Shape.Characters) {
                byte[] bytes = new byte[(int) shape.size()];
                from.getClass()
                        .getMethod("copy" + JavaNames.capitalized(member.name()), byte[].class)
                        .invoke(from, (Object) bytes);
                return HexFormat.of().formatHex(bytes);
            }
            Object value = StructTypes.call(from, member.component());
            if (shape instanceof ArrayShape.Numbers numbers) {
                StringBuilder text = new StringBuilder();
                for (int i = 0; i < numbers.count(); i++) {
                    text.append(scalar(numbers.kind(), Array.get(value, i))).append(',');
                }
                return text.toString();
            }
            NumberKind kind = shape instanceof Shape.Scalar number ? number.kind() : NumberKind.S64;
            return value instanceof byte[] bytes
                    ? HexFormat.of().formatHex(bytes)
                    : value instanceof InetAddress address
                            ? HexFormat.of().formatHex(address.getAddress())
                            : value instanceof BigInteger wide ? wide(wide) : scalar(kind, value);
        }

        private static String wide(BigInteger value) {
            ByteBuffer bytes = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
            bytes.putLong(value.longValue()).putLong(value.shiftRight(64).longValue());
            return HexFormat.of().formatHex(bytes.array());
        }

        private static String scalar(NumberKind kind, Object value) {
            long bits = value instanceof Boolean truth ? (truth ? 1 : 0) : ((Number) value).longValue();
            return number(
                    switch (kind) {
                        case BE16 -> Short.toUnsignedLong(Short.reverseBytes((short) bits));
                        case BE32 -> Integer.toUnsignedLong(Integer.reverseBytes((int) bits));
                        case BE64 -> Long.reverseBytes(bits);
                        default -> bits;
                    });
        }

        private static String number(long value) {
            return String.format("%016x", value);
        }
    }
}
