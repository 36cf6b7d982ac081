package org.example;

import io.github.bpflinker.attach.AttachException;
import io.github.bpflinker.attach.BpfLink;
import io.github.bpflinker.attach.PerfEventOptions;
import io.github.bpflinker.load.LoadException;
import java.io.IOException;
import java.util.List;
import java.util.stream.LongStream;

/** Samples where a process spends its time, 99 times a second on each processor, and prints a flame graph as SVG. */
public final class Main {

    private Main() {}

    /** @param arguments the process, and for how many seconds; of Java, one with {@code -XX:+PreserveFramePointer} */
    public static void main(String[] arguments) throws InterruptedException, IOException {
        long process = Long.parseLong(arguments[0]);
        try (Profile bpf = Profile.open().rodata(r -> r.process(process)).load()) {
            BpfLink link = bpf.programs().onTick().attachPerfEvent(PerfEventOptions.cpuClock(99));
            Thread.sleep(1000 * Long.parseLong(arguments[1]));
            link.close();
            Symbols symbols = Symbols.of(process);
            FlameGraph graph = new FlameGraph();
            bpf.maps().stacks().forEach((number, stack) -> {
                LongStream addresses = LongStream.of(stack).takeWhile(address -> address != 0);
                List<String> functions = addresses.mapToObj(symbols::name).toList();
                graph.add(functions, bpf.maps().counts().lookup(number.intValue()).orElse(0L));
            });
            System.out.print(graph.svg());
        } catch (LoadException | AttachException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
