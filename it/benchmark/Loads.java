import com.sun.management.OperatingSystemMXBean;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.load.BpfLoader;
import io.github.bpflinker.load.LoadedObject;
import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.load.plan.LoadPlan;
import io.github.bpflinker.load.plan.Planner;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Loads and closes an object as often as asked for, warm, from its bytes and from its plan; prints the microseconds of CPU
 * time that each took. With the argument {@code types}: the time that the kernel's types take in a fresh process.
 */
public class Loads {

    /** C2 compiles the last methods of a load after some ten thousand. */
    private static final long WARM_UP_NANOS = 8_000_000_000L;

    public static void main(String[] arguments) throws IOException {
        if (arguments[0].equals("types")) {
            RunningKernel kernel = RunningKernel.ofSystem();
            OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            long start = cpuNanos();
            long startOfAll = process.getProcessCpuTime();
            int count = kernel.kernelTypes().orElseThrow().typeCount();
            System.out.printf(
                    "%.1f ms of CPU time, %.1f with the threads of the JVM, %d types%n",
                    (cpuNanos() - start) / 1e6, (process.getProcessCpuTime() - startOfAll) / 1e6, count);
            return;
        }
        byte[] bytes = Files.readAllBytes(Path.of(arguments[0]));
        int loads = Integer.parseInt(arguments[1]);
        LoadPlan plan = Planner.plan(arguments[0], ByteBuffer.wrap(bytes));
        time("plan", loads, () -> BpfLoader.of(plan));
        time("bytes", loads, () -> BpfLoader.of(BpfObject.read(arguments[0], ByteBuffer.wrap(bytes))));
    }

    private static void time(String name, int loads, Supplier<BpfLoader> loader) {
        long start = cpuNanos();
        while (cpuNanos() - start < WARM_UP_NANOS) {
            run(loads, loader);
        }
        start = cpuNanos();
        run(loads, loader);
        System.out.printf("%s %.1f%n", name, (cpuNanos() - start) / 1e3 / loads);
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void run(int loads, Supplier<BpfLoader> loader) {
        for (int i = 0; i < loads; i++) {
            try (LoadedObject object = loader.get().load()) {
                if (object.programs().isEmpty()) {
                    throw new IllegalStateException("nothing was loaded");
                }
            }
        }
    }
}
