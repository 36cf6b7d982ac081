package io.github.bpflinker.link;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.Method;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.LaunchingConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.VMDisconnectEvent;
import com.sun.jdi.request.ClassPrepareRequest;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.elf.ElfFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts in a process that is debugged: a link that parses its object again and again is slower than it must be. */
class ParsedOnceTest {

    private static final String PROGRAM = """
            @license = global [4 x i8] c"GPL\\00", section "license"
            define i32 @pass(ptr %context) section "xdp" {
              %copy = alloca [64 x i8]
              call void @llvm.memset.p0.i64(ptr %copy, i8 1, i64 64, i1 false)
              %first = load volatile i8, ptr %copy
              %result = zext i8 %first to i32
              ret i32 %result
            }
            declare void @llvm.memset.p0.i64(ptr, i8, i64, i1)
            """;

    @TempDir
    private Path folder;

    @Test
    void aLinkParsesWhatItMadeOnce() throws Exception {
        Path program = Files.writeString(folder.resolve("program.ll"), PROGRAM);
        Path object = folder.resolve("program.o");
        List<String> calls = callsOf(program, object);

        assertThat(object).exists();
        assertThat(calls).filteredOn(BpfObject.class.getName()::equals).hasSize(1);
        // What LLVM wrote, to give it its final shape, and what came of that.
        assertThat(calls).filteredOn(ElfFile.class.getName()::equals).hasSize(2);
    }

    /** The classes whose method {@code read} a link calls. */
    private static List<String> callsOf(Path program, Path object) throws Exception {
        LaunchingConnector connector = Bootstrap.virtualMachineManager().defaultConnector();
        Map<String, Connector.Argument> arguments = connector.defaultArguments();
        set(arguments, "options", "-cp \"" + System.getProperty("java.class.path") + "\"");
        set(arguments, "main", "io.github.bpflinker.cli.Main --btf -o " + object + " " + program);
        VirtualMachine machine = connector.launch(arguments);
        for (Class<?> type : List.of(BpfObject.class, ElfFile.class)) {
            ClassPrepareRequest prepared = machine.eventRequestManager().createClassPrepareRequest();
            prepared.addClassFilter(type.getName());
            prepared.enable();
        }
        machine.resume();
        List<String> calls = new ArrayList<>();
        boolean running = true;
        while (running) {
            EventSet events = machine.eventQueue().remove();
            for (Event event : events) {
                if (event instanceof ClassPrepareEvent prepared) {
                    for (Method read : prepared.referenceType().methodsByName("read")) {
                        machine.eventRequestManager()
                                .createBreakpointRequest(read.location())
                                .enable();
                    }
                } else if (event instanceof BreakpointEvent reached) {
                    calls.add(reached.location().declaringType().name());
                }
                running &= !(event instanceof VMDisconnectEvent);
            }
            events.resume();
        }
        machine.process().waitFor();
        return calls;
    }

    private static void set(Map<String, Connector.Argument> arguments, String name, String value) {
        requireNonNull(arguments.get(name), name).setValue(value);
    }
}
