package io.github.bpflinker.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.testing.Root;
import io.github.bpflinker.testing.Tool;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can't be is said in a sentence, with what would be right. */
class WrongSettingsTest {

    @TempDir
    private Path folder;

    private BpfLoader loader;

    @BeforeEach
    void compiles() throws IOException {
        Root.require();
        loader = BpfLoader.of(BpfObject.read(LoadObjects.compile(Tool.CLANG_19, folder, "socket-filter.bpf.c")));
    }

    private void refuses(BpfLoader wrong, String message) {
        assertThatThrownBy(() -> wrong.load().close())
                .isInstanceOf(LoadException.class)
                .hasMessage(message);
    }

    @Test
    void pinsElsewhere() {
        Path pin = folder.resolve("below/pin");
        refuses(
                loader.map("counts", map -> map.pinAt(pin)),
                "map 'counts' can't be pinned at " + pin + ": " + folder + " is not in a BPF file system; choose a path"
                        + " below /sys/fs/bpf, or mount one with mount -t bpf bpf " + folder.resolve("below"));
        assertThat(folder.resolve("below")).doesNotExist();
    }

    @Test
    void pinsInPlaceOfAFolder() {
        refuses(
                loader.map("counts", map -> map.pinAt(folder)),
                "map 'counts' can't be pinned at " + folder + ": that is a folder; add a name to it");
    }

    @Test
    void innerMapsOfOtherMaps() {
        try (LoadedObject inner = loader.load()) {
            refuses(
                    loader.map("counts", map -> map.innerMap(inner.map("counts"))),
                    "map 'counts' has type array and takes no inner map; only array_of_maps and hash_of_maps do");
        }
    }

    @Test
    void nodesThatDoNotExist() {
        refuses(
                loader.map("counts", map -> map.numaNode(9999)),
                "map 'counts': invalid argument (EINVAL) from BPF_MAP_CREATE: this machine has no NUMA node 9999; see"
                        + " /sys/devices/system/node/online, and choose one of these");
    }

    @Test
    void targetsThatDoNotExist() {
        refuses(
                loader.program("counts_packets", program -> program.section("tp_btf/no_such_event")),
                "socket-filter: program counts_packets in section \"tp_btf/no_such_event\" is attached to no_such_event,"
                        + " which neither the kernel nor a loaded module has; name one that 'bpf-linker btf-dump"
                        + " /sys/kernel/btf/vmlinux' lists, or load the module that has it");
    }

    @Test
    void numbersOutOfRange() {
        assertThatThrownBy(() -> loader.map("counts", map -> map.maxEntries(1L << 32)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("map 'counts' can't have 4294967296 entries; from 1 to 4294967295 (2^32 - 1) are possible");
        assertThatThrownBy(() -> loader.map("counts", map -> map.numaNode(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("map 'counts' can't be on NUMA node -1; nodes begin at 0");
        assertThatThrownBy(() -> loader.logLevel(8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("log level 8 is not a sum of 1 (instructions), 2 (states) and 4 (statistics)");
        assertThatThrownBy(() -> loader.timeLimit(Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the time limit PT0S is not positive");
    }
}
