package io.github.bpflinker.load;

import io.github.bpflinker.load.bind.BoundMap;

/**
 * A map that was made or taken.
 *
 * @param map what it is
 * @param fd its descriptor
 * @param reused whether it was there before
 */
record MapHandle(BoundMap map, int fd, boolean reused) {}
