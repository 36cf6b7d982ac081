package io.github.bpflinker.attach;

import io.github.bpflinker.load.syscall.Errno;
import io.github.bpflinker.text.Printable;

/** Why something could not be attached, or a link not be changed, as data. */
public sealed interface AttachProblem {

    /** One sentence with what, why and the remedy where there is one. */
    String message();

    /**
     * The kernel refused a call.
     *
     * @param subject what was to be attached, as in {@code program 'count'}
     * @param target to what, as in {@code XDP of interface eth0}
     * @param call the system call, or the command of bpf(2)
     * @param errno the error number, such as 1 for EPERM
     * @param reason why, as far as that can be found out; empty if the error number says it all
     * @param remedy what to do; empty if nothing is known
     */
    record Refused(String subject, String target, String call, int errno, String reason, String remedy)
            implements AttachProblem {
        @Override
        public String message() {
            return Printable.line(subject) + " can't be attached to " + Printable.line(target) + ": "
                    + (reason.isEmpty() ? "" : Printable.line(reason) + ": ") + Errno.describe(errno) + " from " + call
                    + (remedy.isEmpty() ? "" : "; " + Printable.line(remedy));
        }
    }

    /**
     * What the caller asked for makes no sense for this program, or names something that is not there.
     *
     * @param reason a sentence without its full stop, the remedy included
     */
    record Unsuitable(String reason) implements AttachProblem {
        @Override
        public String message() {
            return Printable.line(reason);
        }
    }
}
