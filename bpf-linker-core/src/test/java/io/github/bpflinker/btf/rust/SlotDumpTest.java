package io.github.bpflinker.btf.rust;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.btf.BtfType.Enumerator;
import io.github.bpflinker.btf.BtfType.Member;
import io.github.bpflinker.testing.Command;
import io.github.bpflinker.testing.Tool;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.SAME_THREAD) // the crate is shared
class SlotDumpTest {

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    /** With the crate {@code vmlinux} of Linux 6.12. */
    private static Crates kernel() {
        Crates crates = new Crates(shared);
        if (!Files.exists(shared.resolve("libvmlinux.rlib"))) {
            accepts(crates.slots(Crates.kernel("6.12")));
        }
        return crates;
    }

    private Crates crates() {
        return new Crates(folder);
    }

    private static void accepts(Command.Outcome result) {
        assertThat(result.output()).isEmpty();
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void theWholeRunningKernelIsACrateWithoutWarnings() {
        Tool.KERNEL_BTF.require();
        accepts(crates().slots(Crates.read(Crates.RUNNING)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.10", "6.1", "6.12", "7.3"})
    void otherKernelsAre(String kernel) {
        accepts(crates().slots(Crates.kernel(kernel)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "let _: i32 = core_read!(task_struct: task, pid);" + "| __bpf_core.byte_offset.task_struct . pid ",
                "let _: i32 = core_read!(task_struct: task, group_leader->tgid);"
                        + "| __bpf_core.byte_offset.task_struct . group_leader -> tgid ",
                "let _: core::ffi::c_char = core_read!(task_struct: task, comm[3]);"
                        + "| __bpf_core.byte_offset.task_struct . comm [3] ",
                "let _: [core::ffi::c_char; 16] = core_read!(task_struct: task, comm);"
                        + "| __bpf_core.byte_offset.task_struct . comm ",
                "let _: *const u64 = core_place!(task_struct: task, start_time);"
                        + "| __bpf_core.byte_offset.task_struct . start_time ",
                "let _: i32 = core_deref!(task_struct: task, pid);| __bpf_core.load.4",
                "let _: i64 = core_read!(task_struct___old: task, state: i64);"
                        + "| __bpf_core.byte_offset.task_struct___old . state : i64 ",
                "let _: bool = core_field_exists!(task_struct, usage.refs.counter);"
                        + "| __bpf_core.field_exists.task_struct . usage . refs . counter ",
                "let _: bool = core_field_exists!(task_struct___old, state: i64);"
                        + "| __bpf_core.field_exists.task_struct___old . state : i64 ",
                "let _: u64 = core_field_size!(task_struct, comm);| __bpf_core.byte_size.task_struct . comm ",
                "let _: bool = core_type_exists!(struct list_head);| __bpf_core.type_exists.struct list_head ",
                "let _: u64 = core_type_size!(task_struct);| __bpf_core.type_size.task_struct ",
                "let _: bool = core_type_matches!(task_struct);| __bpf_core.type_matches.task_struct ",
                "let _: u64 = core_type_id_kernel!(task_struct);| __bpf_core.type_id_target.task_struct ",
                "let _: u64 = core_enum_value!(pid_type, PIDTYPE_TGID);"
                        + "| __bpf_core.enum_value.pid_type . PIDTYPE_TGID ",
                "let _: bool = core_enum_exists!(pid_type, PIDTYPE_TGID);"
                        + "| __bpf_core.enum_exists.pid_type . PIDTYPE_TGID ",
                "let _: i32 = kconfig!(CONFIG_HZ: i32);| __bpf_kconfig.CONFIG_HZ:i32",
                "let _: [u8; 8] = kconfig!(weak CONFIG_X: char[8]);| __bpf_kconfig.weak.CONFIG_X:char[8]",
                "let _: bool = ksym_exists!(bpf_task_from_pid);| __bpf_ksym_exists.bpf_task_from_pid",
                "let _: *const core::ffi::c_void = ksym_address!(__init_begin);| __bpf_ksym.__init_begin:void",
                "let _: *const i32 = ksym_variable!(bpf_prog_active: i32);| __bpf_ksym.bpf_prog_active"
            })
    void accessesBecomeMarkers(String statement, String marker) {
        Crates crates = kernel();
        accepts(crates.statements(statement.replace("let _:", "let value:"), "core::hint::black_box(value);"));
        assertThat(crates.code()).contains(marker.strip());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "core_read!(task_struct: task, pidd);| no field `pidd` on type `&vmlinux::task_struct` | pid",
                "core_read!(task_struct: task, group_leader->tgidd);| no field `tgidd` on type `&vmlinux::task_struct` | tgid",
                "core_read!(task_struct: task, pid->tgid);| `->` follows a pointer to a struct | `.` leads into",
                "core_place!(task_struct: task, in_execve);| a bit-field of the kernel has no address"
                        + "| read a bit-field with core_read_bits!(TYPE: pointer, path)",
                "core_read!(task_struct: task, usage);| of the kernel can't be read as a whole | read its fields",
                "let _: u64 = core_read!(task_struct: task, pid);| mismatched types | expected `u64`, found `i32`",
                "core_enum_value!(pid_type, PIDTYPE_TGIDD);| named `PIDTYPE_TGIDD` found for enum `pid_type`"
                        + "| PIDTYPE_TGID",
                "let _: i32 = unsafe { (*task).pid };| mismatched types | expected `i32`, found `Field<i32>`",
                "core_read!(list_head: task, next);| mismatched types | expected `*const list_head`",
                "core_read!(nobody: task, next);| cannot find type `nobody` | program.rs:4"
            })
    void mistakesAreErrorsOfRustc(String statement, String message, String more) {
        Crates crates = kernel();
        Command.Outcome result = crates.statements(statement);
        assertThat(result.exitCode()).isNotZero();
        assertThat(result.output()).contains(message.strip(), more.strip(), "program.rs:4:");
    }

    @Test
    void pointersToKernelTypesAreArgumentsOfExternalFunctions() {
        accepts(kernel().statements(
                        "kernel_functions! { fn bpf_task_acquire(task: *mut task_struct) -> *mut task_struct; }",
                        "core::hint::black_box(unsafe { bpf_task_acquire(task as *mut task_struct) });"));
    }

    @Test
    void countingLosesNothingToOtherCpus() {
        Crates crates = kernel();
        accepts(crates.statements("bpf_map! { static COUNTS: maps::Hash<u32, u64, 16>; }", "COUNTS.count(&1);"));
        assertThat(crates.code()).contains("__bpf_core.add.8");
    }

    @Test
    void valuesThatNoInstructionLoadsAreNotLoadedDirectly() {
        List<BtfType> types = List.of(
                new BtfType.Int("char", 1, 0, 0, 8),
                new BtfType.Array(1, 1, 3),
                new BtfType.Array(1, 1, 4),
                new BtfType.Struct(
                        "task_struct", 8, List.of(new Member("three", 2, 0, 0), new Member("four", 3, 32, 0)), false));
        Crates crates = crates();
        accepts(crates.slots(Btf.of("odd", ByteOrder.LITTLE_ENDIAN, types)));
        accepts(crates.statements("core::hint::black_box(core_deref!(task_struct: task, four));"));
        Command.Outcome result = crates.statements("core::hint::black_box(core_deref!(task_struct: task, three));");
        assertThat(result.exitCode()).isNotZero();
        assertThat(result.output())
                .contains("only values of 1, 2, 4 or 8 bytes are loaded directly: use core_read!", "program.rs:4:");
    }

    @Test
    void aPlainAccessDoesNotCompile() {
        Command.Outcome result =
                kernel().statements("let pid: i32 = unsafe { *(*task).pid };", "core::hint::black_box(pid);");
        assertThat(result.exitCode()).isNotZero();
        assertThat(result.output()).contains("memory of the kernel is not accessed directly: use core_read!");
    }

    @Test
    void namesAndValuesThatRustDoesNotHaveAreAdapted() {
        List<BtfType> types = List.of(
                new BtfType.Int("int", 4, BtfType.Int.SIGNED, 0, 32),
                new BtfType.Enum(
                        "sign",
                        4,
                        false,
                        List.of(
                                new Enumerator("LESS", 0xffff_ffffL),
                                new Enumerator("SAME", 0),
                                new Enumerator("EQUAL", 0),
                                new Enumerator("MORE", 1))),
                new BtfType.Enum("", 1, false, List.of(new Enumerator("TINY", 255))),
                new BtfType.Struct("empty", 0, List.of(), false),
                new BtfType.Struct("empty", 4, List.of(new Member("self", 1, 0, 0)), false),
                new BtfType.Struct(
                        "task_struct",
                        16,
                        List.of(
                                new Member("type", 1, 0, 0),
                                new Member("self", 1, 32, 0),
                                new Member("part", 4, 64, 0),
                                new Member("sign", 2, 64, 0),
                                new Member("", 8, 96, 0)),
                        false),
                new BtfType.Fwd("fwd.1", false),
                new BtfType.Union("", 4, List.of(new Member("inside", 1, 0, 0), new Member("next", 9, 0, 0)), false),
                new BtfType.Ptr(7));
        Crates crates = crates();
        accepts(crates.slots(Btf.of("odd", ByteOrder.LITTLE_ENDIAN, types)));
        accepts(crates.statements(
                "let a: i32 = core_read!(task_struct: task, r#type);",
                "let b: i32 = core_read!(task_struct: task, self_);",
                "let c: u32 = core_read!(task_struct: task, sign);",
                "let d: i32 = core_read!(task_struct: task, inside);",
                "let e = sign::LESS as u32 == u32::MAX && matches!(sign::EQUAL, sign::SAME);",
                "let f: u8 = constants::TINY;",
                "core::hint::black_box((a, b, c, d, e, f));"));
    }
}
