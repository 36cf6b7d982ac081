package io.github.bpflinker.link.resolve;

import io.github.bpflinker.input.ArchiveBuilder;
import io.github.bpflinker.input.ArchiveBuilder.Format;
import io.github.bpflinker.input.Input;
import io.github.bpflinker.input.InputContent;
import io.github.bpflinker.input.InputReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Inputs of IR text. */
final class Given {

    private Given() {}

    /** A file of an archive. */
    record Member(String name, String ir) {}

    static Member member(String name, String ir) {
        return new Member(name, ir);
    }

    static InputContent module(String name, String ir) {
        return InputReader.read(Input.of(name, ByteBuffer.wrap(ir.getBytes(StandardCharsets.UTF_8))));
    }

    /** An archive without symbol table. */
    static InputContent archive(String name, Member... members) {
        return InputReader.read(Input.of(name, ByteBuffer.wrap(archiveOf(List.of(members)))));
    }

    static byte[] archiveOf(List<Member> members) {
        ArchiveBuilder builder = new ArchiveBuilder(Format.GNU).withoutTable();
        members.forEach(member -> builder.member(member.name(), member.ir().getBytes(StandardCharsets.UTF_8)));
        return builder.build();
    }
}
