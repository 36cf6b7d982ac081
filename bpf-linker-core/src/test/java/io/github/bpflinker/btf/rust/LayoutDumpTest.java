package io.github.bpflinker.btf.rust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfFile;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.testing.Command;
import io.github.bpflinker.testing.Compiler;
import io.github.bpflinker.testing.Tool;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Layouts hold what they assert, or they do not compile. */
class LayoutDumpTest {

    private static final String SOURCE = """
            struct empty {};
            struct __attribute__((packed)) tight { char tag; long value; struct empty nothing; short tail; };
            struct bits { unsigned a : 3; unsigned b : 7; int : 0; long c : 40; unsigned char d; unsigned e : 1; };
            struct aligned { char a; int big __attribute__((aligned(64))); char end; };
            struct __attribute__((packed)) holder { char tag; struct bits inside; struct aligned more[2]; };
            union either { int number; char text[7]; struct { short low, high; }; unsigned part : 5; };
            struct self { int self, type, match; union either either; struct self *next; __int128 wide; };
            struct flexible { int count; struct tight items[]; };
            enum sign { LESS = -1, MORE = 1 };
            struct all { struct self s; struct holder h; enum sign sign; _Bool flag; void (*call)(int); struct other *o; };
            struct all all;
            struct flexible *flexible;
            """;

    @TempDir
    private Path folder;

    private static void accepts(Command.Outcome result) {
        assertThat(result.output()).isEmpty();
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void areThoseOfC() {
        Path object =
                Compiler.clang(Tool.CLANG_22, folder, "a.o", SOURCE, "--target=bpfel", "-O2", "-g", "-Wno-packed");
        Btf btf = BtfFile.read(object, null).btf();
        accepts(new Crates(folder).layout(btf));
        accepts(new Crates(folder).layout(btf, "all"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.10", "6.1", "6.12", "7.3"})
    void areThoseOfKernels(String kernel) {
        accepts(new Crates(folder).layout(Crates.kernel(kernel)));
    }

    @Test
    void areThoseOfTheRunningKernel() {
        Tool.KERNEL_BTF.require();
        accepts(new Crates(folder).layout(Crates.read(Crates.RUNNING), "task_struct", "sk_buff", "__sk_buff"));
    }

    @Test
    void writeOnlyWhatARootContains() throws IOException {
        StringBuilder text = new StringBuilder();
        LayoutDump.write(Crates.kernel("6.12"), List.of("list_head"), text);
        assertThat(text.toString().lines().filter(line -> line.contains("pub struct")))
                .singleElement()
                .asString()
                .contains("pub struct list_head");
    }

    @Test
    void sayThatARootIsNotThere() {
        assertThatThrownBy(() -> LayoutDump.write(Crates.kernel("6.12"), List.of("nobody"), new StringBuilder()))
                .isInstanceOf(LinkException.class);
    }
}
