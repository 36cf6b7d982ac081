package io.github.bpflinker.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.diagnostic.CodeLimit;
import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.diagnostic.ProcessKey;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class WorkerLoopTest {

    private static final Diagnostic FINDING =
            Diagnostic.error(Problem.CODE_GENERATION).withFunction("f").withPayload(CodeLimit.FENCE);

    /** Does what its first argument says. */
    private static class Handler implements RequestHandler {

        private final CountDownLatch together = new CountDownLatch(2);

        @Override
        public int handle(List<String> arguments, PrintStream output, LinkListener listener) {
            switch (arguments.get(arguments.size() - 1)) {
                case "fail" -> {
                    output.println("Error: no ü");
                    return 1;
                }
                case "find" -> {
                    listener.finding(FINDING);
                    return 1;
                }
                case "meet" -> meet(output);
                case "elsewhere" ->
                    throw new LinkException(
                            Diagnostic.error(Problem.LLVM_ALREADY_LOADED).withPayload(new ProcessKey("key")));
                default -> output.print(String.join("|", arguments));
            }
            return 0;
        }

        private void meet(PrintStream output) {
            together.countDown();
            try {
                output.print(together.await(20, TimeUnit.SECONDS) ? "met" : "alone");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static WorkResponse response(int exitCode, String output, int id) {
        return new WorkResponse(exitCode, output, id, Optional.empty());
    }

    private static ProtocolOutput read(OutputStream stream) {
        return new ProtocolOutput(stream, () -> true);
    }

    private static List<WorkResponse> serve(List<String> childCommand, String... lines) throws IOException {
        ByteArrayOutputStream responses = new ByteArrayOutputStream();
        String input = String.join("\n", lines) + "\n";
        try (ChildWorkers children = new ChildWorkers(() -> childCommand)) {
            new WorkerLoop(new Handler(), List.of("startup"), children, read(responses))
                    .run(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        }
        return responses
                .toString(StandardCharsets.UTF_8)
                .lines()
                .map(WorkResponse::parse)
                .toList();
    }

    @Test
    void answersRequestsInOrderWithTheStartupArgumentsInFront() throws IOException {
        assertThat(serve(
                        List.of(),
                        "{\"arguments\":[\"a\",\"b c\"],\"inputs\":[{\"path\":\"x\",\"digest\":\"\"}],\"requestId\":0}",
                        "",
                        "{\"arguments\":[\"fail\"],\"verbosity\":10,\"sandboxDir\":\"/s\"}"))
                .containsExactly(
                        response(0, "startup|a|b c", 0), response(1, "Error: no ü" + System.lineSeparator(), 0));
    }

    @Test
    void answersWithFindingsAsDataIfTheRequestAsksForThem() throws IOException {
        List<WorkResponse> responses = serve(
                List.of(),
                "{\"arguments\":[\"find\"]}",
                WorkRequest.of(List.of("find")).toJson());
        assertThat(responses.get(0).report()).isEmpty();
        assertThat(responses.get(1).report()).contains(LinkReport.failed(List.of(FINDING)));
    }

    @Test
    void saysAsDataWhyAChildDied() throws IOException {
        List<WorkResponse> responses = serve(
                ChildCommand.like(ChildProgram.class, List.of()),
                WorkRequest.of(List.of("die", "elsewhere")).toJson());
        assertThat(responses.get(0).report().flatMap(LinkReport::firstError)).hasValueSatisfying(error -> {
            assertThat(error.problem()).isEqualTo(Problem.LLVM_CRASHED);
            assertThat(error.symbol()).isEqualTo("optimize");
        });
    }

    @Test
    void runsRequestsWithAnIdAtTheSameTime() throws IOException {
        assertThat(serve(
                        List.of(),
                        "{\"arguments\":[\"meet\"],\"requestId\":7}",
                        "{\"arguments\":[\"meet\"],\"requestId\":8}"))
                .containsExactlyInAnyOrder(response(0, "met", 7), response(0, "met", 8));
    }

    @Test
    void answersACancelledRequestOnce() throws IOException {
        assertThat(serve(List.of(), "{\"arguments\":[\"a\"],\"requestId\":7}", "{\"requestId\":7,\"cancel\":true}"))
                .containsExactly(response(0, "startup|a", 7));
    }

    @Test
    void answersALineThatIsNoRequestAndGoesOn() throws IOException {
        List<WorkResponse> responses =
                serve(List.of(), "{nonsense", "[]", "{\"arguments\":[1]}", "{\"arguments\":[\"x\"]}");
        assertThat(responses).hasSize(4);
        assertThat(responses.subList(0, 3)).allSatisfy(response -> {
            assertThat(response.exitCode()).isEqualTo(1);
            assertThat(response.output()).startsWith("Error: a line is no work request: ");
        });
        assertThat(responses.get(3)).isEqualTo(response(0, "startup|x", 0));
    }

    @Test
    void saysWhenNoChildCanBeStarted() throws IOException {
        assertThat(serve(List.of("/does/not/exist"), "{\"arguments\":[\"elsewhere\"],\"requestId\":3}"))
                .singleElement()
                .satisfies(response -> assertThat(response.output())
                        .startsWith("Error: no process or thread can be started for the link"));
    }

    @Test
    void answersEachOfManyRequestsThoughOneKillsItsChild() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int id = 1; id <= 9; id++) {
            lines.add(
                    "{\"arguments\":[\"" + (id == 4 ? "die" : "ping") + "\",\"elsewhere\"],\"requestId\":" + id + "}");
        }
        List<WorkResponse> responses =
                serve(ChildCommand.like(ChildProgram.class, List.of()), lines.toArray(String[]::new));
        assertThat(responses).extracting(WorkResponse::id).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(responses)
                .filteredOn(response -> response.exitCode() != 0)
                .singleElement()
                .satisfies(crashed -> {
                    assertThat(crashed.id()).isEqualTo(4);
                    assertThat(crashed.output()).startsWith("Error: LLVM ended its process in phase 'optimize'");
                });
    }

    @Test
    void saysThatSomebodyElseEndedTheChild() throws IOException {
        List<WorkResponse> responses = serve(
                ChildCommand.like(ChildProgram.class, List.of()),
                "{\"arguments\":[\"killed\",\"elsewhere\"]}",
                "{\"arguments\":[\"ping\",\"elsewhere\"]}");
        assertThat(responses.get(0).output())
                .startsWith("Error: the process of the link was ended by SIGKILL in phase 'optimize'");
        assertThat(responses.get(1).output()).isEqualTo("ping number 1");
    }

    @Test
    void replacesAChildThatWasEndedWhileItHadNothingToDo() throws Exception {
        WorkRequest ping = new WorkRequest(List.of("ping"), 0, false, false);
        try (ChildWorkers children = new ChildWorkers(() -> ChildCommand.like(ChildProgram.class, List.of()), 1)) {
            String pid = children.run("key", new WorkRequest(List.of("pid"), 0, false, false))
                    .output();
            ProcessHandle child = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
            assertThat(child.destroyForcibly()).isTrue();
            child.onExit().join();
            assertThat(children.run("key", ping)).isEqualTo(response(0, "ping number 1", 0));
            assertThat(children.run("key", ping)).isEqualTo(response(0, "ping number 2", 0));
            assertThat(children.run("other key", ping)).isEqualTo(response(0, "ping number 1", 0));
        }
    }

    @Test
    void endsWhenNobodyReadsItsAnswers() throws IOException {
        AtomicInteger attempts = new AtomicInteger();
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int single) throws IOException {
                attempts.incrementAndGet();
                throw new IOException("closed");
            }
        };
        byte[] requests = "{}\n".repeat(1000).getBytes(StandardCharsets.UTF_8);
        try (ChildWorkers none = new ChildWorkers(List::of)) {
            new WorkerLoop(new Handler(), List.of("startup"), none, read(closed))
                    .run(new ByteArrayInputStream(requests));
        }
        assertThat(attempts).hasValue(1);
    }

    /** Runs until it is told to end; counts how many began. */
    private static final class Endless implements RequestHandler {

        private final CountDownLatch end = new CountDownLatch(1);
        private final AtomicInteger begun = new AtomicInteger();

        @Override
        public int handle(List<String> arguments, PrintStream output, LinkListener listener) {
            begun.incrementAndGet();
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return 0;
        }
    }

    private static boolean serve(Endless handler, ProtocolOutput responses) throws IOException {
        byte[] requests = "{}\n{}\n{\"requestId\":1}\n".getBytes(StandardCharsets.UTF_8);
        try (ChildWorkers none = new ChildWorkers(List::of)) {
            return new WorkerLoop(handler, List.of(), none, responses, Duration.ofMillis(1))
                    .run(new ByteArrayInputStream(requests));
        }
    }

    @Test
    void answersWhatStillRunsAtTheEndOfInputWhileSomebodyReads() throws IOException {
        Endless handler = new Endless();
        ByteArrayOutputStream answers = new ByteArrayOutputStream();
        AtomicInteger looks = new AtomicInteger();
        ProtocolOutput responses = new ProtocolOutput(answers, () -> {
            if (looks.incrementAndGet() == 20) {
                handler.end.countDown();
            }
            return true;
        });
        assertThat(serve(handler, responses)).isTrue();
        assertThat(answers.toString(StandardCharsets.UTF_8).lines().map(WorkResponse::parse))
                .extracting(WorkResponse::id)
                .containsExactlyInAnyOrder(0, 0, 1);
    }

    @Test
    void leavesWhatStillRunsWhereNobodyReads() throws IOException {
        Endless handler = new Endless();
        ByteArrayOutputStream answers = new ByteArrayOutputStream();
        assertThat(serve(handler, new ProtocolOutput(answers, () -> false))).isFalse();
        handler.end.countDown();
        assertThat(handler.begun).as("the second of id 0 waits for the first").hasValueLessThan(3);
    }

    /** As when the parent is killed while LLVM hangs: both ends of the pipes close. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aWorkerWithoutAParentEndsThoughItsLinkDoesNot() throws Exception {
        Process worker = new ProcessBuilder(ChildCommand.like(ChildProgram.class, List.of())).start();
        try (Writer requests = worker.outputWriter(StandardCharsets.UTF_8);
                BufferedReader answers = worker.inputReader(StandardCharsets.UTF_8)) {
            requests.write("{\"arguments\":[\"hang\"],\"requestId\":1}\n{\"arguments\":[\"ping\"],\"requestId\":2}\n");
            requests.flush();
            assertThat(WorkResponse.parse(answers.readLine()).output()).isEqualTo("ping number 1");
            assertThat(worker.isAlive()).isTrue();
        } finally {
            boolean ended = worker.waitFor(60, TimeUnit.SECONDS);
            worker.destroyForcibly();
            assertThat(ended).isTrue();
        }
    }

    @Test
    void forwardsToOneChildAndFailsOnlyTheRequestThatKillsIt() throws IOException {
        List<String> child = ChildCommand.like(ChildProgram.class, List.of());
        List<WorkResponse> responses = serve(
                child,
                "{\"arguments\":[\"ping\",\"elsewhere\"]}",
                "{\"arguments\":[\"ping\",\"elsewhere\"]}",
                "{\"arguments\":[\"die\",\"elsewhere\"]}",
                "{\"arguments\":[\"ping\",\"elsewhere\"]}");
        assertThat(responses.get(0).output()).isEqualTo("ping number 1");
        assertThat(responses.get(1).output()).isEqualTo("ping number 2");
        assertThat(responses.get(2).output())
                .startsWith("Error: LLVM ended its process in phase 'optimize', saying last: ")
                .contains("; LLVM ERROR: cannot select; try another one");
        assertThat(responses.get(3).output()).isEqualTo("ping number 1");
        assertThat(responses).extracting(WorkResponse::exitCode).containsExactly(0, 0, 1, 0);
    }
}
