package io.github.bpflinker.cli;

import io.github.bpflinker.load.KernelMap;
import io.github.bpflinker.load.MapInfo;
import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.load.inventory.Inventory;
import io.github.bpflinker.text.NearestNames;
import java.nio.file.Path;
import java.util.List;

/** Resolves the user's names of maps of the running kernel. */
final class MapNames {

    private static final int KERNEL_NAME = 15;

    private MapNames() {}

    /** Opens the map of an id, a pin or a name. */
    static KernelMap open(RunningKernel kernel, String word) {
        if (word.contains("/")) {
            return KernelMap.ofPin(kernel, Path.of(word));
        }
        if (!word.isEmpty() && word.chars().allMatch(Character::isDigit) && word.length() < 10) {
            return KernelMap.ofId(kernel, Integer.parseInt(word));
        }
        List<MapInfo> maps = new Inventory(kernel).maps();
        String name = word.length() > KERNEL_NAME ? word.substring(0, KERNEL_NAME) : word;
        List<MapInfo> found =
                maps.stream().filter(map -> map.name().equals(name)).toList();
        if (found.size() == 1) {
            return KernelMap.ofId(kernel, found.get(0).id());
        }
        if (found.isEmpty()) {
            List<String> near =
                    NearestNames.of(word, maps.stream().map(MapInfo::name).toList(), 1);
            throw new UsageException(
                    "no map is named '" + word + "'" + (near.isEmpty() ? "" : "; did you mean '" + near.get(0) + "'?"),
                    "bpf-linker map");
        }
        throw new UsageException(
                "several maps are named '" + word + "'; use one of the ids "
                        + String.join(
                                ", ",
                                found.stream()
                                        .map(map -> Integer.toString(map.id()))
                                        .toList()),
                "bpf-linker map");
    }
}
