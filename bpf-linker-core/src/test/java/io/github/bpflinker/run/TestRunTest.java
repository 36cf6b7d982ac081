package io.github.bpflinker.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.load.LoadException;
import io.github.bpflinker.load.LoadedObject;
import io.github.bpflinker.load.LoadedProgram;
import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.testing.LoadedSource;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestRunTest {

    private static final String SOURCE = """
        struct xdp_md { u32 data, data_end, data_meta, ingress_ifindex, rx_queue_index, egress_ifindex; };
        struct __sk_buff { u32 len, pkt_type, mark, queue_mapping; };
        static long (*bpf_xdp_adjust_head)(void *, int) = (void *)44;

        SEC("xdp") int flips(struct xdp_md *ctx) {
            u8 *data = (void *)(long)ctx->data, *end = (void *)(long)ctx->data_end;
            if (data + 14 > end) return 0;
            data[0] ^= 0xff;
            return 2;
        }
        SEC("xdp") int grows(struct xdp_md *ctx) { return bpf_xdp_adjust_head(ctx, -20) ? 0 : 2; }
        SEC("xdp") int drops(struct xdp_md *ctx) { return 1; }
        SEC("tc") int marks(struct __sk_buff *ctx) { ctx->mark += 5; return ctx->len; }
        SEC("socket") int length(struct __sk_buff *ctx) { return ctx->len; }
        SEC("cgroup_skb/egress") int lets_pass(struct __sk_buff *ctx) { return 1; }
        SEC("flow_dissector") int dissects(struct __sk_buff *ctx) { return 0; }
        SEC("raw_tp/sys_enter") int sums(u64 *ctx) { return ctx[0] + ctx[1]; }
        SEC("raw_tp/sys_exit") int where(u64 *ctx) { return bpf_get_smp_processor_id(); }
        SEC("syscall") int doubles(u64 *ctx) { ctx[1] = ctx[0] * 2; return 7; }
        SEC("sk_lookup") int looks_up(void *ctx) { return 1; }
        SEC("netfilter") int accepts(void *ctx) { return 1; }
        SEC("tracepoint/syscalls/sys_enter_write") int traces(void *ctx) { return 0; }
        """;

    @TempDir
    private static Path folder;

    private static LoadedObject object;

    @BeforeAll
    static void load() {
        object = LoadedSource.load(folder, "runs", SOURCE);
    }

    @AfterAll
    static void close() {
        if (object != null) {
            object.close();
        }
    }

    private static LoadedProgram program(String name) {
        return object.program(name);
    }

    private static byte[] packet(int size) {
        byte[] packet = new byte[size];
        for (int i = 0; i < size; i++) {
            packet[i] = (byte) i;
        }
        // IPv4, so that programs for routed packets take it.
        packet[12] = 8;
        packet[13] = 0;
        packet[14] = 0x45;
        return packet;
    }

    private static byte[] longs(long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.nativeOrder());
        for (long value : values) {
            bytes.putLong(value);
        }
        return bytes.array();
    }

    @Test
    void givesTheReturnValueAndThePacketThatTheProgramLeft() {
        byte[] packet = packet(64);
        TestResult result = TestRun.of(program("flips")).data(packet).run();
        assertThat(result.returnValue()).isEqualTo(2);
        byte[] expected = packet.clone();
        expected[0] ^= (byte) 0xff;
        assertThat(result.data()).isEqualTo(expected);
        assertThat(packet[0]).isZero();
    }

    @Test
    void measuresRepetitions() {
        TestResult result =
                TestRun.of(program("flips")).data(packet(64)).repeat(1001).run();
        // An odd number of times.
        assertThat(result.data()[0]).isEqualTo((byte) 0xff);
        assertThat(result.duration()).isPositive();
    }

    @Test
    void takesPacketsThatGrow() {
        TestResult result = TestRun.of(program("grows")).data(packet(64)).run();
        assertThat(result.returnValue()).isEqualTo(2);
        assertThat(result.data()).hasSize(84).endsWith(packet(64));
        assertThatThrownBy(() ->
                        TestRun.of(program("grows")).data(packet(64)).room(80).run())
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("left 84 bytes of data, more than there is room for");
    }

    @Test
    void handsAContextOverAndBack() {
        byte[] context = new byte[192];
        context[8] = 37;
        TestResult result =
                TestRun.of(program("marks")).data(packet(100)).context(context).run();
        assertThat(result.returnValue()).isEqualTo(100);
        assertThat(result.context()[8]).isEqualTo((byte) 42);
    }

    @Test
    void runsTheOtherTypesThatTakePackets() {
        assertThat(TestRun.of(program("length")).data(packet(60)).run().returnValue())
                .isEqualTo(60 - 14);
        assertThat(TestRun.of(program("lets_pass")).data(packet(60)).run().returnValue())
                .isEqualTo(1);
        assertThat(TestRun.of(program("dissects")).data(packet(60)).run().returnValue())
                .isZero();
        assertThat(TestRun.of(program("accepts")).data(packet(60)).run().returnValue())
                .isEqualTo(1);
    }

    @Test
    void runsSocketLookups() {
        byte[] context = new byte[72];
        ByteBuffer fields = ByteBuffer.wrap(context).order(ByteOrder.nativeOrder());
        fields.putInt(8, 2).putInt(12, 6);
        TestResult result =
                TestRun.of(program("looks_up")).context(context).repeat(2).run();
        assertThat(result.returnValue()).isEqualTo(1);
    }

    @Test
    void runsRawTracepointsWithArgumentsOnAProcessor() {
        assertThat(TestRun.of(program("sums")).context(longs(40, 2)).run().returnValue())
                .isEqualTo(42);
        int last = RunningKernel.ofSystem().possibleCpus() - 1;
        assertThat(TestRun.of(program("where")).cpu(last).run().returnValue()).isEqualTo(last);
        assertThatThrownBy(() -> TestRun.of(program("sums")).repeat(3).run())
                .hasMessageContaining("take no repetition; call run() as often");
        assertThatThrownBy(() -> TestRun.of(program("sums")).data(packet(64)).run())
                .hasMessageContaining("take a context and no data");
    }

    @Test
    void runsSyscallPrograms() {
        TestResult result = TestRun.of(program("doubles")).context(longs(21, 0)).run();
        assertThat(result.returnValue()).isEqualTo(7);
        assertThat(result.context()).isEqualTo(longs(21, 42));
    }

    // Counting lasts as long as it is open; nothing else is done with it.
    @SuppressWarnings("try")
    @Test
    void sendsLiveFrames() {
        byte[] context = new byte[24];
        // To be dropped, as if they had come by the loopback interface.
        ByteBuffer.wrap(context).order(ByteOrder.nativeOrder()).putInt(4, 64).putInt(12, 1);
        long before = program("drops").info().runCount();
        try (RunCounting counting = RunCounting.start(RunningKernel.ofSystem())) {
            TestResult result = TestRun.of(program("drops"))
                    .data(packet(64))
                    .context(context)
                    .liveFrames(32)
                    .repeat(100)
                    .run();
            assertThat(result.data()).isEqualTo(packet(64));
        }
        assertThat(program("drops").info().runCount() - before).isEqualTo(100);
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> TestRun.of(program("traces")).run())
                .isInstanceOf(LoadException.class)
                .hasMessageContaining("test run of program 'traces'")
                .hasMessageContaining("programs of type tracepoint have no test run; attach the program");
        assertThatThrownBy(() -> TestRun.of(program("flips")).data(new byte[13]).run())
                .hasMessageContaining("need a packet of at least 14 bytes");
        assertThatThrownBy(() -> TestRun.of(program("flips")).repeat(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void countsRunsAndTheirTime() {
        LoadedProgram program = program("length");
        long runs = program.info().runCount();
        try (RunCounting counting = RunCounting.start(RunningKernel.ofSystem())) {
            TestRun.of(program).data(packet(64)).repeat(1000).run();
            assertThat(counting).isNotNull();
        }
        assertThat(program.info().runCount() - runs).isGreaterThanOrEqualTo(1000);
        assertThat(program.info().runTime()).isPositive();
        assertThat(program.info().verifiedInstructions()).isPositive();
    }

    @Test
    void showsWhatTheKernelMadeOfAProgram() {
        MachineCode code = MachineCode.of(program("flips"));
        assertThat(code.translated())
                .hasSizeGreaterThanOrEqualTo(program("flips").instructions());
        // exit
        assertThat(code.translated()).contains(0x95L);
        if (program("flips").info().jitedSize() > 0) {
            MachineCode.Function function = code.functions().get(0);
            assertThat(function.code()).hasSize(program("flips").info().jitedSize());
            assertThat(Arrays.equals(function.code(), new byte[function.code().length]))
                    .isFalse();
            assertThat(function.lineStarts()).isNotEmpty().isSorted();
        }
    }

    @Test
    void closedProgramsDoNotRun() {
        LoadedObject other = LoadedSource.load(folder, "closed", "SEC(\"socket\") int zero(void *ctx) { return 0; }");
        TestRun run = TestRun.of(other.program("zero")).data(packet(64));
        run.run();
        other.close();
        assertThatThrownBy(run::run).isInstanceOf(IllegalStateException.class).hasMessageContaining("is closed");
    }
}
