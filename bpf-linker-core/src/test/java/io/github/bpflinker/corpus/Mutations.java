package io.github.bpflinker.corpus;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** What no compiler makes: damaged files, files that claim another producer, files put together by hand. */
final class Mutations {

    private static final String CHAR6 = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._";
    /** The identification block lies within the first bytes. */
    private static final int IDENTIFICATION_BITS = 512;

    private final Path folder;

    Mutations(Path folder) {
        this.folder = folder;
    }

    /** Makes {@code output}; false if no mutation is called {@code tool}. */
    boolean run(String tool, String output, List<String> arguments) throws IOException {
        Path target = folder.resolve(output);
        switch (tool) {
            case "empty" -> Files.createFile(target);
            case "mkdir" -> Files.createDirectory(target);
            case "base64" -> Files.write(target, Base64.getMimeDecoder().decode(content(arguments)));
            case "cat" -> Files.write(target, concatenated(arguments));
            case "truncate" -> Files.write(target, truncated(content(arguments), arguments.get(1)));
            case "flip" -> Files.write(target, flipped(content(arguments), arguments.subList(1, arguments.size())));
            case "producer" -> Files.write(target, renamed(content(arguments), arguments.get(1)));
            case "wrap" -> Files.write(target, wrapped(content(arguments)));
            default -> {
                return false;
            }
        }
        return true;
    }

    private byte[] content(List<String> arguments) throws IOException {
        return Files.readAllBytes(folder.resolve(arguments.get(0)));
    }

    private byte[] concatenated(List<String> names) throws IOException {
        byte[] all = new byte[0];
        for (String name : names) {
            byte[] next = Files.readAllBytes(folder.resolve(name));
            int start = all.length;
            all = Arrays.copyOf(all, start + next.length);
            System.arraycopy(next, 0, all, start, next.length);
        }
        return all;
    }

    private static byte[] truncated(byte[] content, String size) {
        int bytes = size.endsWith("%")
                ? content.length * Integer.parseInt(size.substring(0, size.length() - 1)) / 100
                : Integer.parseInt(size);
        return Arrays.copyOf(content, bytes);
    }

    private static byte[] flipped(byte[] content, List<String> places) {
        for (String place : places) {
            int colon = place.indexOf(':');
            int at = Integer.parseInt(place.substring(0, colon));
            content[at] ^= (byte) (1 << Integer.parseInt(place.substring(colon + 1)));
        }
        return content;
    }

    /** Writes another producer of the same length over the one that the identification block names. */
    private static byte[] renamed(byte[] bitcode, String producer) {
        for (int bit = 0; bit < IDENTIFICATION_BITS; bit++) {
            if (readChar6(bitcode, bit, 4).equals("LLVM")) {
                for (int i = 0; i < producer.length(); i++) {
                    writeChar6(bitcode, bit + 6 * i, producer.charAt(i));
                }
                return bitcode;
            }
        }
        throw new AssertionError("no producer found");
    }

    private static String readChar6(byte[] bytes, int bit, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            int value = 0;
            for (int j = 0; j < 6; j++) {
                int at = bit + 6 * i + j;
                value |= (bytes[at / 8] >> (at % 8) & 1) << j;
            }
            text.append(CHAR6.charAt(value));
        }
        return text.toString();
    }

    private static void writeChar6(byte[] bytes, int bit, char character) {
        int value = CHAR6.indexOf(character);
        for (int j = 0; j < 6; j++) {
            int at = bit + j;
            int mask = 1 << at % 8;
            bytes[at / 8] = (byte) ((value >> j & 1) == 1 ? bytes[at / 8] | mask : bytes[at / 8] & ~mask);
        }
    }

    /** The wrapper that Apple's tools put around bitcode: magic, version, offset, size, CPU type. */
    private static byte[] wrapped(byte[] bitcode) {
        int header = 20;
        return ByteBuffer.allocate(header + bitcode.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x0B17C0DE)
                .putInt(0)
                .putInt(header)
                .putInt(bitcode.length)
                .putInt(0)
                .put(bitcode)
                .array();
    }

    /** What an output holds before a link that is to fail. */
    static byte[] oldOutput() {
        return "what was here before".getBytes(StandardCharsets.UTF_8);
    }
}
