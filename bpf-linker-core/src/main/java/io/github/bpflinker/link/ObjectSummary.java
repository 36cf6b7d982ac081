package io.github.bpflinker.link;

import io.github.bpflinker.elf.BpfObject;

/**
 * A summary of an object.
 *
 * @param programs the number of programs
 * @param maps the number of maps that a loader creates
 * @param instructions the number of 8-byte instructions in all executable sections; a 64-bit load counts as two
 * @param btfBytes the size of {@code .BTF} in bytes; 0 if there is none
 */
public record ObjectSummary(int programs, int maps, long instructions, long btfBytes) {

    static ObjectSummary of(BpfObject object) {
        return new ObjectSummary(
                object.programs().size(), object.maps().size(), object.instructions(), object.btfSize());
    }
}
