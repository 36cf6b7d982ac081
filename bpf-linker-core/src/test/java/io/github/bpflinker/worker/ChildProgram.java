package io.github.bpflinker.worker;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A worker that counts its requests and ends its process when it is told to, as LLVM does. */
final class ChildProgram implements RequestHandler {

    private final AtomicInteger requests = new AtomicInteger();

    private ChildProgram() {}

    public static void main(String[] arguments) throws IOException {
        ProtocolOutput responses = ProtocolOutput.claim();
        try (ChildWorkers none = new ChildWorkers(List::of)) {
            new WorkerLoop(new ChildProgram(), List.of(), none, responses).run(System.in);
        }
    }

    @Override
    public int handle(List<String> arguments, PrintStream output, LinkListener listener) {
        System.out.println("this must not reach the protocol");
        if (arguments.get(0).equals("killed")) {
            PhaseMarker.ofProcess().accept("optimize");
            killThisProcess();
        }
        if (arguments.get(0).equals("hang")) {
            hang();
        }
        if (arguments.get(0).equals("pid")) {
            output.print(ProcessHandle.current().pid());
            return 0;
        }
        if (arguments.get(0).equals("die")) {
            PhaseMarker.ofProcess().accept("optimize");
            System.err.println("LLVM ERROR: cannot select");
            Runtime.getRuntime().halt(1);
        }
        output.print(arguments.get(0) + " number " + requests.incrementAndGet());
        return 0;
    }

    private static void hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            hang();
        }
    }

    /** A process may not end itself by its handle. */
    private static void killThisProcess() {
        try {
            new ProcessBuilder(
                            "kill",
                            "-KILL",
                            Long.toString(ProcessHandle.current().pid()))
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
