package io.github.bpflinker.attach;

import java.util.Optional;

/**
 * How a program is attached to a cgroup.
 *
 * @param sharing what else may be attached
 * @param place among others of the same cgroup (Linux 6.17 unless it is last)
 * @param attachType {@code BPF_CGROUP_…}, where the section does not say it; empty if it does
 */
public record CgroupOptions(Sharing sharing, Place place, Optional<String> attachType) {

    /** What else may be attached to the same hook. */
    public enum Sharing {
        /** Others too, here and below; all run. By a link of the kernel since Linux 5.7. */
        MULTI(2),
        /** One here; a cgroup below may have another in its place. */
        OVERRIDE(1),
        /** One here, none below. */
        EXCLUSIVE(0);

        private final int flag;

        Sharing(int flag) {
            this.flag = flag;
        }

        /** {@code BPF_F_ALLOW_…}. */
        int flag() {
            return flag;
        }
    }

    /** Shared, behind all others, as the section says. */
    public static CgroupOptions none() {
        return new CgroupOptions(Sharing.MULTI, Place.last(), Optional.empty());
    }

    /** The same with other rules about what else may be attached. */
    public CgroupOptions sharing(Sharing wanted) {
        return new CgroupOptions(wanted, place, attachType);
    }

    /** The same at another place. */
    public CgroupOptions place(Place wanted) {
        return new CgroupOptions(sharing, wanted, attachType);
    }

    /** The same for another hook, as in {@code BPF_CGROUP_INET_EGRESS}. */
    public CgroupOptions attachType(String wanted) {
        return new CgroupOptions(sharing, place, Optional.of(wanted));
    }
}
