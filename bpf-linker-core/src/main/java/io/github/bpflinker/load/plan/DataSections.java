package io.github.bpflinker.load.plan;

import io.github.bpflinker.btf.BtfKind;
import io.github.bpflinker.btf.BtfLinkage;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.elf.ElfSection;
import io.github.bpflinker.elf.ElfSymbol;
import io.github.bpflinker.load.image.BtfImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sets sizes of sections and offsets of variables in BTF, for which compilers write 0, makes hidden variables static,
 * and sorts variables by offset ({@code btf_fixup_datasec}).
 */
final class DataSections {

    private static final int WORDS = 3;

    private record Variable(int type, int offset, int size) {}

    private final ObjectFile object;
    private final PlanningBtf btf;
    private final Map<String, ElfSymbol> variables = new HashMap<>();

    private DataSections(ObjectFile object, PlanningBtf btf) {
        this.object = object;
        this.btf = btf;
    }

    static void complete(ObjectFile object, PlanningBtf btf) {
        DataSections sections = new DataSections(object, btf);
        for (int id = 1; id < btf.types().typeCount(); id++) {
            if (btf.types().type(id) instanceof BtfType.Datasec section) {
                if (!section.name().equals(ObjectFile.KCONFIG)
                        && !section.name().equals(ObjectFile.KSYMS)) {
                    sections.complete(id, section);
                }
                sections.sort(id);
            }
        }
    }

    private void complete(int id, BtfType.Datasec section) {
        BtfImage image = btf.image();
        boolean incomplete = section.size() == 0;
        if (incomplete) {
            image.setWord(id, sizeOf(section));
        }
        for (int i = 0; i < section.vars().size(); i++) {
            int variable = section.vars().get(i).type();
            if (!(btf.types().type(variable) instanceof BtfType.Var type)) {
                throw invalid(section, "holds something that is no variable");
            }
            if (type.linkage() == BtfLinkage.GLOBAL) {
                ElfSymbol symbol = symbol(section, type.name());
                if (incomplete) {
                    image.setExtra(id, WORDS * i + 1, (int) symbol.value());
                }
                if (symbol.isHidden()) {
                    image.setExtra(variable, 0, BtfLinkage.STATIC.code());
                }
            }
        }
    }

    private int sizeOf(BtfType.Datasec section) {
        ElfSection found = object.section(section.name()).orElse(null);
        if (found == null || found.size() <= 0 || found.size() > Integer.MAX_VALUE) {
            throw invalid(section, "has no content in the file");
        }
        return (int) found.size();
    }

    private ElfSymbol symbol(BtfType.Datasec section, String name) {
        if (variables.isEmpty()) {
            for (ElfSymbol symbol : object.symbols()) {
                if (symbol.type() == ElfSymbol.Type.OBJECT && symbol.isShared()) {
                    variables.putIfAbsent(symbol.name(), symbol);
                }
            }
        }
        @Nullable ElfSymbol symbol = variables.get(name);
        if (symbol == null) {
            throw invalid(section, "holds variable " + name + ", of which the file has no symbol");
        }
        return symbol;
    }

    private void sort(int id) {
        BtfImage image = btf.image();
        int count = image.elements(id);
        boolean sorted = true;
        List<Variable> order = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Variable variable = new Variable(
                    image.extra(id, WORDS * i), image.extra(id, WORDS * i + 1), image.extra(id, WORDS * i + 2));
            sorted &= order.isEmpty() || order.get(i - 1).offset() <= variable.offset();
            order.add(variable);
        }
        if (!sorted && image.kind(id) == BtfKind.DATASEC) {
            order.sort(Comparator.comparingInt(Variable::offset));
            for (int i = 0; i < count; i++) {
                image.setExtra(id, WORDS * i, order.get(i).type());
                image.setExtra(id, WORDS * i + 1, order.get(i).offset());
                image.setExtra(id, WORDS * i + 2, order.get(i).size());
            }
        }
    }

    private PlanException invalid(BtfType.Datasec section, String reason) {
        return object.malformed("section \"" + section.name() + "\" of its .BTF " + reason);
    }
}
