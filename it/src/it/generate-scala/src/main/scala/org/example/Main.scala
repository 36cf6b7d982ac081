package org.example

import io.github.bpflinker.it.bpf.{Start, Starts, Task, Verdict}
import io.github.bpflinker.load.LoadException
import io.github.bpflinker.typed.TypedEvents
import java.time.Duration
import scala.collection.mutable.ListBuffer
import scala.util.Using

private val someTime = Duration.ofSeconds(60)

private type Events = TypedEvents[Start, Start.View]

/** Starts a process and waits for its event, first as a record, then as a view. */
@main def run(): Unit =
  val written = Start(Task(7, "seven"), Array(1L, 0xffffffffL), Verdict.AGAIN)
  println(s"size ${Start.SIZE}, ${written.process.name} ${written.sizes()(1)} ${written.verdict}")
  try
    Using.resource(Starts.open().rodata(_.step(5)).load()) { bpf =>
      bpf.programs.onExec.attach()
      val record = await(bpf)((events, take) => events.poll(someTime, event => take(event)))
      val view = await(bpf)((events, take) => events.pollViews(someTime, event => take(event.keep())))
      val kept = bpf.maps.starts.lookup(record.process).orElseThrow()
      println(s"record ${record.process.name} ${record.sizes.toList} ${say(record.verdict)}")
      println(s"view ${view.process.name} ${view.sizes.toList} ${say(view.verdict)}")
      val counted = if bpf.bss.seen >= 10 then "counted" else "not counted"
      println(s"map ${kept == record}, $counted in steps of ${bpf.rodata.step}")
    }
  catch case e: LoadException => println(s"not loaded: ${e.getMessage}")

/** The event of {@code true} in a process that it starts; Java runs a launcher there before. */
private def await(bpf: Starts)(poll: (Events, Start => Unit) => Unit): Start =
  val pid = ProcessBuilder("/bin/true").start().pid
  val found = ListBuffer.empty[Start]
  while found.isEmpty do poll(bpf.maps.events, event => if event.process == Task(pid, "true") then found += event)
  found.head

private def say(verdict: Verdict): String = verdict match
  case Verdict.FIRST        => "first"
  case Verdict.AGAIN        => "again"
  case Verdict.UNRECOGNIZED => "unknown"
