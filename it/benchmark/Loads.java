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
 * time that each took. With the argument {@code types}: the milliseconds that the kernel's types take in a fresh process.
 */
public class Loads {

    private static final int WARM_UP = 3_000;

    public static void main(String[] arguments) throws IOException {
        if (arguments[0].equals("types")) {
            RunningKernel kernel = RunningKernel.ofSystem();
            long start = System.nanoTime();
            int count = kernel.kernelTypes().orElseThrow().typeCount();
            System.out.printf("%.1f ms, %d types%n", (System.nanoTime() - start) / 1e6, count);
            return;
        }
        byte[] bytes = Files.readAllBytes(Path.of(arguments[0]));
        int loads = Integer.parseInt(arguments[1]);
        LoadPlan plan = Planner.plan(arguments[0], ByteBuffer.wrap(bytes));
        time("plan", loads, () -> BpfLoader.of(plan));
        time("bytes", loads, () -> BpfLoader.of(BpfObject.read(arguments[0], ByteBuffer.wrap(bytes))));
    }

    private static void time(String name, int loads, Supplier<BpfLoader> loader) {
        run(WARM_UP, loader);
        long start = cpuNanos();
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
