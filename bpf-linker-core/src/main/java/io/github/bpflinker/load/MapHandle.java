package io.github.bpflinker.load;

import io.github.bpflinker.load.bind.BoundMap;

/**
 * A created or reused map.
 *
 * @param map the bound map
 * @param fd its descriptor
 * @param reused whether it already existed
 */
record MapHandle(BoundMap map, int fd, boolean reused) {}
