package org.example

import io.github.bpflinker.it.bpf.Start
import io.github.bpflinker.it.bpf.Starts
import io.github.bpflinker.it.bpf.Task
import io.github.bpflinker.it.bpf.Verdict
import io.github.bpflinker.load.LoadException
import java.time.Duration

/** Starts a process and waits for its event, first as a record, then as a view. */
fun main() {
    val written = Start(Task(7, "seven"), longArrayOf(1, 0xffffffff), Verdict.AGAIN)
    println("size ${Start.SIZE}, ${written.process().name()} ${written.sizes()[1]} ${written.verdict()}")
    try {
        Starts.open().rodata { it.step(5) }.load().use { bpf ->
            bpf.programs().onExec().attach()
            val record = wait(bpf) { events, take -> events.poll(SOME_TIME) { take(it) } }
            val view = wait(bpf) { events, take -> events.pollViews(SOME_TIME) { take(it.keep()) } }
            val kept: Start = bpf.maps().starts().lookup(record.process()).orElseThrow()
            println("record ${record.process().name()} ${record.sizes().toList()} ${say(record.verdict())}")
            println("view ${view.process().name()} ${view.sizes().toList()} ${say(view.verdict())}")
            println("map ${kept == record}, ${if (bpf.bss().seen() >= 10) "counted" else "not counted"} in steps of ${bpf.rodata().step()}")
        }
    } catch (e: LoadException) {
        println("not loaded: ${e.message}")
    }
}

private val SOME_TIME = Duration.ofSeconds(60)

private typealias Events = io.github.bpflinker.typed.TypedEvents<Start, Start.View>

/** The event of {@code true} in a process that it starts; Java runs a launcher there before. */
private fun wait(bpf: Starts, poll: (Events, (Start) -> Unit) -> Unit): Start {
    val pid = ProcessBuilder("/bin/true").start().pid()
    val found = mutableListOf<Start>()
    while (found.isEmpty()) {
        poll(bpf.maps().events()) { if (it.process() == Task(pid, "true")) found.add(it) }
    }
    return found.first()
}

private fun say(verdict: Verdict): String = when (verdict) {
    Verdict.FIRST -> "first"
    Verdict.AGAIN -> "again"
    Verdict.UNRECOGNIZED -> "unknown"
}
