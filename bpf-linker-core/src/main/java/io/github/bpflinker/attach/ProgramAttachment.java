package io.github.bpflinker.attach;

import io.github.bpflinker.load.syscall.Bpf;
import io.github.bpflinker.load.syscall.Command;

/**
 * What {@code BPF_PROG_ATTACH} attached, and {@code BPF_PROG_DETACH} detaches.
 *
 * @param target a descriptor of its own of what the program is attached to
 * @param program a descriptor of its own of the program
 */
record ProgramAttachment(Bpf bpf, int target, int program, int attachType) implements Attachment {

    /** Attaches; answers with the negated error number if that fails, and then nothing is left open. */
    static int tryAttach(Bpf bpf, int target, int program, int attachType, int flags) {
        return (int) bpf.run(Command.PROG_ATTACH, bytes -> bytes.putInt(0, target)
                .putInt(4, program)
                .putInt(8, attachType)
                .putInt(12, flags));
    }

    @Override
    public int linkFd() {
        return -1;
    }

    @Override
    public void detach() {
        bpf.run(
                Command.PROG_DETACH,
                bytes -> bytes.putInt(0, target).putInt(4, program).putInt(8, attachType));
        bpf.calls().close(program);
        bpf.calls().close(target);
    }
}
