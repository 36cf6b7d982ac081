package io.github.bpflinker.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.Function;
import io.github.bpflinker.load.LoadedObject;
import io.github.bpflinker.testing.Root;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // links last as long as their blocks, and some are closed within
class UserProbeTest {

    @BeforeAll
    static void requireProcessIds() {
        Root.requireProcessIds();
    }

    private static final String LIBC = "libc.so.6";
    private static final int PID = (int) ProcessHandle.current().pid();

    private static LoadedObject load(String program) {
        return Objects.loader("probes", program).global("process", PID).load();
    }

    private static int call(String function, Object... arguments) {
        return Function.getFunction("c", function).invokeInt(arguments);
    }

    private static void countsCalls(LoadedObject object, BpfLink link, String function) {
        long before = Objects.hits(object);
        call(function);
        call(function);
        assertThat(Objects.hits(object)).isEqualTo(before + 2);
        link.close();
        call(function);
        assertThat(Objects.hits(object)).isEqualTo(before + 2);
    }

    @Test
    void entrySeesTheArgument() {
        try (LoadedObject object = load("at_entry");
                BpfLink link = Attach.uprobe(
                        object.program("at_entry"),
                        LIBC,
                        UprobeOptions.function("abs").cookie(11).pid(PID))) {
            assertThat(call("abs", 4711)).isEqualTo(4711);
            assertThat(Objects.hits(object)).isEqualTo(1);
            assertThat(Objects.result(object, 1)).isEqualTo(11);
            assertThat((int) Objects.result(object, 2)).isEqualTo(4711);
            assertThat(link.target()).contains("uprobe /").contains("libc.so.6:abs of process " + PID);
        }
    }

    @Test
    void returnSeesTheValue() {
        try (LoadedObject object = load("at_return");
                BpfLink link = Attach.uprobe(
                        object.program("at_return"),
                        LIBC,
                        UprobeOptions.function("labs").returning())) {
            call("labs", -42L);
            assertThat(Objects.hits(object)).isEqualTo(1);
            assertThat(Objects.result(object, 3)).isEqualTo(42);
        }
    }

    @Test
    void worksAsKernelsBeforeLinksHaveIt() {
        try (LoadedObject object = load("at_entry");
                BpfLink link = UserProbeLinks.one(
                        object.program("at_entry"), LIBC, UprobeOptions.function("getegid"), false)) {
            assertThat(link.isKernelLink()).isFalse();
            countsCalls(object, link, "getegid");
        }
    }

    @Test
    void sectionNamesLibraryAndFunction() {
        try (LoadedObject object = load("by_section");
                BpfLink link = Attach.program(object.program("by_section"))) {
            countsCalls(object, link, "getppid");
        }
    }

    @Test
    void manyFunctionsByOneLink() {
        try (LoadedObject object = load("at_entries");
                BpfLink link = Attach.uprobes(
                        object.program("at_entries"),
                        LIBC,
                        MultiOptions.of("getuid", "getgid").cookies(3L, 4L))) {
            assertThat(link.info().orElseThrow().typeName()).isEqualTo("uprobe_multi");
            assertThat(link.target()).startsWith("functions getuid, getgid of /");
            call("getuid");
            assertThat(Objects.result(object, 1)).isEqualTo(3);
            call("getgid");
            assertThat(Objects.result(object, 1)).isEqualTo(4);
            assertThat(Objects.hits(object)).isEqualTo(2);
        }
    }

    /** A list of a thousand names says nothing. */
    @Test
    void messagesNameTheFirstFunctionsOnly() {
        try (LoadedObject object = load("at_entries");
                BpfLink link = Attach.uprobes(
                        object.program("at_entries"),
                        LIBC,
                        MultiOptions.of("setuid", "setgid", "seteuid", "setegid", "setreuid", "setregid"))) {
            assertThat(link.target()).startsWith("functions setuid, setgid, seteuid, setegid and 2 more of /");
        }
    }

    @Test
    void patternsNameFunctions() {
        try (LoadedObject object = load("at_entries");
                BpfLink link = Attach.uprobes(
                        object.program("at_entries"),
                        LIBC,
                        MultiOptions.of("getpgr?", "getsi*").pid(PID))) {
            countsCalls(object, link, "getpgrp");
        }
    }

    @Test
    void sessionRunsAtEntryAndReturn() {
        try (LoadedObject object = load("at_both");
                BpfLink link = Attach.uprobes(object.program("at_both"), LIBC, MultiOptions.of("geteuid"))) {
            call("geteuid");
            assertThat(Objects.hits(object)).isEqualTo(2);
        }
    }

    @Test
    void unknownFunctionNamesTheNearest() {
        try (LoadedObject object = load("at_entry")) {
            assertThatThrownBy(() -> Attach.uprobe(object.program("at_entry"), LIBC, UprobeOptions.function("getpidd")))
                    .isInstanceOf(AttachException.class)
                    .hasMessageContaining("has no function 'getpidd'; did you mean getpid");
            assertThatThrownBy(() ->
                            Attach.uprobe(object.program("at_entry"), "libnowhere.so", UprobeOptions.function("f")))
                    .hasMessageContaining("there is no library libnowhere.so in ");
        }
    }
}
