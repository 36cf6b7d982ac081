package io.github.bpflinker.link;

import io.github.bpflinker.elf.BpfObject;

/**
 * What an object holds, in numbers.
 *
 * @param programs functions that the kernel can start
 * @param maps maps, as loaders see them
 * @param instructions 8-byte units in all executable sections; a 64-bit load counts as two
 * @param btfBytes bytes of {@code .BTF}; 0 if there is none
 */
public record ObjectSummary(int programs, int maps, long instructions, long btfBytes) {

    static ObjectSummary of(BpfObject object) {
        return new ObjectSummary(
                object.programs().size(), object.maps().size(), object.instructions(), object.btfSize());
    }
}
