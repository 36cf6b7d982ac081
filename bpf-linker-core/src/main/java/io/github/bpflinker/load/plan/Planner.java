package io.github.bpflinker.load.plan;

import io.github.bpflinker.btf.BtfKind;
import io.github.bpflinker.btf.BtfLinkage;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.elf.ElfRelocation;
import io.github.bpflinker.elf.ElfSection;
import io.github.bpflinker.elf.ElfSymbol;
import io.github.bpflinker.elf.Instruction;
import io.github.bpflinker.load.core.CodeBuffer;
import io.github.bpflinker.load.image.BtfImage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Creates the plan of an object. Independent of the kernel, of permissions and of the machine. Thread-safe. */
public final class Planner {

    private static final int LONGEST_LICENSE = 63;

    private final String name;
    private final ObjectFile object;
    private final PlanOptions options;

    private Planner(String name, ObjectFile object, PlanOptions options) {
        this.name = name;
        this.object = object;
        this.options = options;
    }

    /**
     * Plans an object file.
     *
     * @param file the name in errors; its part after the last slash and before the first dot is the name of the object
     * @param bytes the file, from position to limit
     * @throws PlanException if it can't be planned
     */
    public static LoadPlan plan(String file, ByteBuffer bytes) {
        return plan(file, bytes, PlanOptions.none());
    }

    /**
     * Plans an object file with settings.
     *
     * @param file the name in errors; its part after the last slash and before the first dot is the name of the object
     * @param bytes the file, from position to limit
     * @throws PlanException if it can't be planned
     */
    public static LoadPlan plan(String file, ByteBuffer bytes, PlanOptions options) {
        try {
            return new Planner(GlobalDataName.ofObject(file), ObjectFile.read(file, bytes), options).plan();
        } catch (LinkException e) {
            throw malformed(file, e);
        }
    }

    /** Plans an object that has been read; its name is that of the file. */
    public static LoadPlan plan(BpfObject object, PlanOptions options) {
        String file = object.file().name();
        try {
            return new Planner(GlobalDataName.ofObject(file), ObjectFile.of(object.file()), options).plan();
        } catch (LinkException e) {
            throw malformed(file, e);
        }
    }

    private static PlanException malformed(String file, LinkException e) {
        String detail = e.diagnostic().detail();
        return new PlanException(
                file, new PlanProblem.Malformed(detail == null ? String.valueOf(e.getMessage()) : detail), e);
    }

    private LoadPlan plan() {
        @Nullable PlanningBtf btf = PlanningBtf.of(object);
        @Nullable ExtInfo ext = ExtInfo.of(object, btf);
        boolean named =
                !options.otherPrograms().isEmpty() || !options.sections().isEmpty();
        CodeLayout code = new CodeLayout(object, ext, named);
        ExternPlanner.Externs externs = ExternPlanner.plan(object, btf, symbol -> undefined(symbol, code));
        if (btf != null) {
            DataSections.complete(object, btf);
            hideFunctions(btf.image(), code);
        }
        List<PlannedProgram> programs = ProgramPlanner.plan(object, code, options);
        if (btf != null) {
            programs = ExceptionCallbacks.plan(object, btf.types(), code, programs);
        }
        MapTable maps = MapPlanner.plan(name, object, btf, externs.kconfigSize());
        if (btf != null) {
            MapSlots.plan(object, btf, maps, code, programs);
        }
        StructOpsPlanner.plan(object, btf, maps, code, programs);
        JumpTables jumpTables = new JumpTables();
        List<PlannedFunction> functions = functions(code, maps, externs, jumpTables, ext);
        return new LoadPlan(
                name,
                object.elf().order(),
                license(),
                kernelVersion(),
                Optional.ofNullable(btf).map(known -> planned(known, ext)),
                maps.maps(),
                functions,
                programs,
                externs.list(),
                jumpTables.tables());
    }

    private static PlannedBtf planned(PlanningBtf btf, @Nullable ExtInfo ext) {
        return new PlannedBtf(
                btf.types(),
                Bytes.wrap(btf.image().toBytes()),
                ext == null ? 0 : ext.functionInfoSize(),
                ext == null ? 0 : ext.lineInfoSize());
    }

    private List<PlannedFunction> functions(
            CodeLayout code,
            MapTable maps,
            ExternPlanner.Externs externs,
            JumpTables jumpTables,
            @Nullable ExtInfo ext) {
        List<byte[]> bytes =
                code.functions().stream().map(CodeLayout.Function::code).toList();
        List<CodeBuffer> buffers = bytes.stream()
                .map(each -> new CodeBuffer(each, object.elf().order()))
                .toList();
        List<List<CodeReference>> references =
                new ReferencePlanner(object, code, maps, externs, jumpTables, buffers).plan();
        List<List<CoreReference>> core = ext == null ? List.of() : CorePlanner.plan(object, ext, code, buffers);
        List<PlannedFunction> functions = new ArrayList<>(bytes.size());
        for (int i = 0; i < bytes.size(); i++) {
            CodeLayout.Function function = code.functions().get(i);
            String section = function.section().name();
            functions.add(new PlannedFunction(
                    function.name(),
                    section,
                    function.start(),
                    Bytes.wrap(bytes.get(i)),
                    function.subprogram(),
                    !function.symbol().isLocal(),
                    !function.symbol().isLocal() && function.symbol().isHidden(),
                    references.get(i),
                    ext == null ? List.of() : core.get(i),
                    ext == null ? Bytes.empty() : ext.functionInfo(section, function.start(), function.length()),
                    ext == null ? Bytes.empty() : ext.lineInfo(section, function.start(), function.length())));
        }
        return functions;
    }

    /** Makes hidden functions static, so that they are verified with the programs that call them. */
    private static void hideFunctions(BtfImage image, CodeLayout code) {
        for (CodeLayout.Function function : code.functions()) {
            boolean hidden = !function.symbol().isLocal() && function.symbol().isHidden();
            for (int id = 1; hidden && function.subprogram() && id < image.typeCount(); id++) {
                if (image.kind(id) == BtfKind.FUNC
                        && image.elements(id) == BtfLinkage.GLOBAL.code()
                        && image.string(image.name(id)).equals(function.name())) {
                    image.setInfo(id, BtfKind.FUNC, false, BtfLinkage.STATIC.code());
                    break;
                }
            }
        }
    }

    /** Creates the exception for an undefined symbol, with the location of a call if there is one. */
    private PlanException undefined(ElfSymbol symbol, CodeLayout code) {
        for (ElfSection section : object.sections()) {
            if (ObjectFile.isCode(section)) {
                for (ElfRelocation relocation : object.relocations(section)) {
                    int function = relocation.symbol().equals(symbol) && relocation.offset() >= 0
                            ? code.at(section.index(), relocation.offset() / Instruction.SIZE)
                            : -1;
                    if (function >= 0 && relocation.type() == ElfRelocation.R_BPF_64_32) {
                        CodeLayout.Function caller = code.functions().get(function);
                        int at = (int) (relocation.offset() / Instruction.SIZE) - caller.start();
                        return object.fail(new PlanProblem.UndefinedFunction(
                                section.name(), caller.name(), symbol.name(), code.line(caller, at)));
                    }
                }
            }
        }
        return object.fail(new PlanProblem.BadExtern(
                symbol.name(), "is not in the object, and its BTF does not declare it as one of the kernel"));
    }

    private String license() {
        ElfSection section = object.section("license").orElse(null);
        if (section == null) {
            return "";
        }
        ByteBuffer content = section.content();
        byte[] text = new byte[Math.min(content.remaining(), LONGEST_LICENSE)];
        content.get(text);
        int end = 0;
        while (end < text.length && text[end] != 0) {
            end++;
        }
        return new String(text, 0, end, StandardCharsets.UTF_8);
    }

    private OptionalInt kernelVersion() {
        ElfSection section = object.section("version").orElse(null);
        if (section == null) {
            return OptionalInt.empty();
        }
        if (section.content().remaining() != Integer.BYTES) {
            throw object.malformed(
                    "section \"version\" has " + section.content().remaining() + " bytes, not 4");
        }
        return OptionalInt.of(section.content().getInt(section.content().position()));
    }
}
