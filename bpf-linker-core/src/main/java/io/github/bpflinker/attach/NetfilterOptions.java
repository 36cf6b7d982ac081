package io.github.bpflinker.attach;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A hook of netfilter.
 *
 * @param family of the packets
 * @param hook on their way
 * @param priority the smaller the earlier; not the smallest or largest int
 * @param defragment whether packets are put together first
 * @param namespace a file that stands for the network namespace; empty for that of the calling thread
 */
public record NetfilterOptions(Family family, Hook hook, int priority, boolean defragment, Optional<Path> namespace) {

    /** {@code NFPROTO_…}. */
    public enum Family {
        IPV4(2),
        IPV6(10);

        private final int number;

        Family(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }
    }

    /** {@code enum nf_inet_hooks}. */
    public enum Hook {
        PRE_ROUTING(0),
        LOCAL_IN(1),
        FORWARD(2),
        LOCAL_OUT(3),
        POST_ROUTING(4);

        private final int number;

        Hook(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }
    }

    /** A hook in this namespace, without putting packets together. */
    public static NetfilterOptions of(Family family, Hook hook, int priority) {
        return new NetfilterOptions(family, hook, priority, false, Optional.empty());
    }

    /** The same, with packets put together first. */
    public NetfilterOptions withDefragmentation() {
        return new NetfilterOptions(family, hook, priority, true, namespace);
    }

    /** The same in another namespace. */
    public NetfilterOptions in(Path file) {
        return new NetfilterOptions(family, hook, priority, defragment, Optional.of(file));
    }
}
