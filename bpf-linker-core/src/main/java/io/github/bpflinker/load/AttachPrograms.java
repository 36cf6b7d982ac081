package io.github.bpflinker.load;

import io.github.bpflinker.btf.BtfIndex;
import io.github.bpflinker.btf.BtfKind;
import io.github.bpflinker.load.syscall.Command;
import io.github.bpflinker.load.syscall.NativeMemory;
import java.lang.ref.Reference;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** The loaded programs to whose functions programs of the object are attached (freplace, fentry). */
final class AttachPrograms {

    /** {@code struct bpf_btf_info}. */
    private static final int SIZE = 8;

    private static final int INFO_SIZE = 32;

    private final LoadContext context;
    private final Map<String, Integer> chosen;
    private final Map<Integer, BtfIndex> types = new HashMap<>();

    /** @param chosen the descriptor of the target for each program that has one */
    AttachPrograms(LoadContext context, Map<String, Integer> chosen) {
        this.context = context;
        this.chosen = Map.copyOf(chosen);
    }

    /**
     * A function of a program.
     *
     * @param typeId the id of the function in the BTF of the program
     * @param fd the descriptor of the program
     */
    record Place(int typeId, int fd) {}

    /**
     * Finds a function of the target of a program.
     *
     * @throws LoadException if there is no such target or function
     */
    Place find(String program, String function) {
        Integer fd = chosen.get(program);
        if (fd == null) {
            throw new LoadException(new LoadProblem.Unsuitable("program '" + program + "' is attached to function '"
                    + function + "' of another program; say which with program(\"" + program
                    + "\", p -> p.attachTo(target))"));
        }
        OptionalInt found = types.computeIfAbsent(fd, this::read).find(function, BtfKind.FUNC);
        if (found.isEmpty()) {
            throw new LoadException(
                    new LoadProblem.Unsuitable("program '" + program + "' is attached to function '" + function
                            + "', which the target program does not have; name one of its functions in the section"));
        }
        return new Place(found.getAsInt(), fd);
    }

    private BtfIndex read(int fd) {
        ProgramInfo info = ProgramInfo.of(context.bpf(), fd, "target program");
        if (info.btfId() == 0) {
            throw new LoadException(new LoadProblem.Unsuitable("the target program '" + info.name()
                    + "' was loaded without BTF, so nothing can be attached to its functions; link it with --btf"));
        }
        int btf = context.bpf().tryOpenById(Command.BTF_GET_FD_BY_ID, info.btfId());
        if (btf < 0) {
            throw context.refused(
                    "types of the target program '" + info.name() + "'",
                    Command.BTF_GET_FD_BY_ID.kernelName(),
                    btf,
                    CallRequirements.OF_IDS);
        }
        try {
            NativeMemory size = NativeMemory.allocate(INFO_SIZE);
            check(context.bpf().tryInfo(btf, size, INFO_SIZE));
            int length = size.bytes().getInt(SIZE);
            NativeMemory content = NativeMemory.allocate(length);
            NativeMemory request = NativeMemory.allocate(INFO_SIZE);
            request.bytes().putLong(0, content.address()).putInt(SIZE, length);
            check(context.bpf().tryInfo(btf, request, INFO_SIZE));
            Reference.reachabilityFence(content);
            return BtfIndex.read("target program", content.bytes().duplicate().limit(length));
        } finally {
            context.bpf().calls().close(btf);
        }
    }

    private void check(int answer) {
        if (answer < 0) {
            throw context.refused(
                    "types of the target program",
                    Command.OBJ_GET_INFO_BY_FD.kernelName(),
                    answer,
                    CallRequirements.OF_IDS);
        }
    }
}
