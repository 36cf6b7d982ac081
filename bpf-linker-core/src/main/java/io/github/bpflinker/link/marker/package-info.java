/**
 * Markers: functions and statics that a program declares and the linker defines, because their names say what they
 * stand for, such as {@code __bpf_core.byte_offset.task_struct.pid}. {@link io.github.bpflinker.link.marker.Markers}
 * is the entry. Names are parsed to {@link io.github.bpflinker.link.marker.Marker}; {@link
 * io.github.bpflinker.link.marker.LocalTypes} collects the types that they need from those of a kernel; {@link
 * io.github.bpflinker.link.marker.MarkerModule} writes the definitions as a module.
 */
@NullMarked
package io.github.bpflinker.link.marker;

import org.jspecify.annotations.NullMarked;
