package io.github.bpflinker.load;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import io.github.bpflinker.elf.BpfObject;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Loads objects under limits that it sets for itself: of open files, and of system calls. Prints what each load says, and
 * whether another number of files is open afterwards.
 */
public final class UnderLimits {

    private static final PrintStream OUT = System.out;
    private static final File DESCRIPTORS = new File("/proc/self/fd");

    /** {@code RLIMIT_NOFILE}. */
    private static final int OPEN_FILES = 7;

    private static final int LESS = 4;
    private static final int MORE = 12;

    /** Numbers of {@code prctl(2)} and of its options, on x86-64 and aarch64. */
    private static final int NO_NEW_PRIVILEGES = 38;

    private static final int SECCOMP = 22;
    private static final int FILTER = 2;

    /** Instructions of classic BPF, and answers of a filter. */
    private static final int LOAD_WORD = 0x20;

    private static final int JUMP_IF_EQUAL = 0x15;
    private static final int RETURN = 0x06;
    private static final int ALLOW = 0x7fff0000;
    private static final int ERROR = 0x00050000;
    private static final int FIRST_ARGUMENT = 16;

    private UnderLimits() {}

    /** The C library. */
    public interface LibC extends Library {
        LibC CALLS = Native.load("c", LibC.class);

        /** setrlimit(2). */
        int setrlimit(int resource, Pointer limits);

        /** getrlimit(2). */
        int getrlimit(int resource, Pointer limits);

        /** prctl(2). */
        int prctl(int option, long second, long third, long fourth, long fifth);
    }

    /**
     * Loads objects under a limit.
     *
     * @param arguments {@code files} or {@code calls COMMAND ERRNO}, an object that is refused, and one that loads
     */
    public static void main(String[] arguments) throws IOException, ClassNotFoundException {
        readClasses();
        BpfObject object = BpfObject.read(Path.of(arguments[arguments.length - 1]));
        load(BpfLoader.of(BpfObject.read(Path.of(arguments[arguments.length - 2]))));
        load(BpfLoader.of(object).map("steps", map -> map.maxEntries(0xffffffffL)));
        OUT.println(load(object));
        if (arguments[0].equals("files")) {
            files(object);
        } else {
            calls(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
            loads(object);
        }
    }

    /** Reading a class from a folder takes a file, too. */
    private static void readClasses() throws IOException, ClassNotFoundException {
        Path root = Path.of(URI.create(BpfLoader.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
        if (Files.isDirectory(root)) {
            try (Stream<Path> classes = Files.walk(root.resolve("io/github/bpflinker"))) {
                for (Path file : classes.toList()) {
                    String name = root.relativize(file).toString();
                    if (name.matches("io/github/bpflinker/(load|kernel|elf|btf|text)/.*\\.class")) {
                        Class.forName(name.substring(0, name.length() - ".class".length())
                                .replace('/', '.'));
                    }
                }
            }
        }
    }

    private static void files(BpfObject object) {
        Memory limits = new Memory(2L * Long.BYTES);
        LibC.CALLS.getrlimit(OPEN_FILES, limits);
        long usual = limits.getLong(0);
        int before = open();
        for (int limit = before - LESS; limit < before + MORE; limit++) {
            limits.setLong(0, limit);
            LibC.CALLS.setrlimit(OPEN_FILES, limits);
            String said = load(object);
            limits.setLong(0, usual);
            LibC.CALLS.setrlimit(OPEN_FILES, limits);
            OUT.println(left() + " left: " + said);
        }
    }

    private static void loads(BpfObject object) {
        String said = load(object);
        OUT.println(left() + " left: " + said);
    }

    /** How many maps, programs and types are open. */
    private static long left() {
        return Stream.of(Objects.requireNonNull(DESCRIPTORS.listFiles()))
                .filter(UnderLimits::isBpf)
                .count();
    }

    private static boolean isBpf(File descriptor) {
        try {
            return Files.readSymbolicLink(descriptor.toPath()).toString().matches("anon_inode:\\[?(bpf|btf).*");
        } catch (IOException e) {
            // The one that lists the folder.
            return false;
        }
    }

    /** How many files are open. */
    private static int open() {
        return Objects.requireNonNull(DESCRIPTORS.list()).length;
    }

    private static String load(BpfObject object) {
        return load(BpfLoader.of(object));
    }

    private static String load(BpfLoader loader) {
        try (LoadedObject loaded = loader.withoutPins().load()) {
            return "loaded " + loaded.programs().size();
        } catch (LoadException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Lets a command of bpf(2) fail in this thread. */
    private static void calls(int command, int errno) {
        int number = System.getProperty("os.arch").equals("aarch64") ? 280 : 321;
        int[][] code = {
            {LOAD_WORD, 0, 0, 0},
            {JUMP_IF_EQUAL, 0, 3, number},
            {LOAD_WORD, 0, 0, FIRST_ARGUMENT},
            {JUMP_IF_EQUAL, 0, 1, command},
            {RETURN, 0, 0, ERROR | errno},
            {RETURN, 0, 0, ALLOW},
        };
        Memory filter = new Memory(8L * code.length);
        for (int i = 0; i < code.length; i++) {
            filter.setShort(8L * i, (short) code[i][0]);
            filter.setByte(8L * i + 2, (byte) code[i][1]);
            filter.setByte(8L * i + 3, (byte) code[i][2]);
            filter.setInt(8L * i + 4, code[i][3]);
        }
        Memory program = new Memory(2L * Long.BYTES);
        program.setLong(0, code.length);
        program.setPointer(Long.BYTES, filter);
        LibC.CALLS.prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0);
        if (LibC.CALLS.prctl(SECCOMP, FILTER, Pointer.nativeValue(program), 0, 0) != 0) {
            throw new IllegalStateException("no filter: errno " + Native.getLastError());
        }
    }
}
