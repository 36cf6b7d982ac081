package io.github.bpflinker.link.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.input.Input;
import io.github.bpflinker.link.LinkRequest;
import io.github.bpflinker.link.Linker;
import io.github.bpflinker.link.resolve.Given.Member;
import io.github.bpflinker.option.RequestedLlvm;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MemberOrderTest {

    private static final String MAIN = """
            declare i32 @a(i32)
            declare i32 @b(i32)
            define i32 @main(ptr %x) section "xdp" {
              %v = load i32, ptr %x
              %a = call i32 @a(i32 %v)
              %b = call i32 @b(i32 %a)
              ret i32 %b
            }
            """;

    /** Needed and not, strong and weak, two under one name, one that two symbols ask for. */
    private static final List<Member> MEMBERS = List.of(
            new Member("a.o", """
                    declare i32 @shared(i32)
                    define i32 @a(i32 %x) noinline { %r = call i32 @shared(i32 %x)  ret i32 %r }
                    """),
            new Member("b.o", """
                    declare i32 @shared(i32)
                    declare i32 @two_faces(i32)
                    define i32 @b(i32 %x) noinline {
                      %s = call i32 @shared(i32 %x)
                      %t = call i32 @two_faces(i32 %s)
                      ret i32 %t
                    }
                    """),
            new Member("shared.o", """
                    @count = internal global i32 7
                    define i32 @shared(i32 %x) noinline {
                      %c = load volatile i32, ptr @count
                      %r = add i32 %c, %x
                      ret i32 %r
                    }
                    """),
            new Member("same.o", "define weak i32 @two_faces(i32 %x) noinline { ret i32 1 }"),
            new Member("same.o", "define weak i32 @two_faces(i32 %x) noinline { ret i32 2 }"),
            new Member("strong.o", "define i32 @two_faces(i32 %x) noinline { %r = mul i32 %x, 3  ret i32 %r }"),
            new Member("unused.o", "define i32 @unused() { ret i32 1 }"));

    private static final ByteBuffer EXPECTED = link(MEMBERS);

    @Property(tries = 40)
    void orderOfMembersDoesNotShowInTheResult(@ForAll("orders") List<Member> members) {
        assertThat(link(members)).isEqualTo(EXPECTED);
    }

    @Property(tries = 20)
    void orderOfMembersDoesNotDecideBetweenWeakDefinitions(@ForAll("weakOrders") List<Member> members) {
        assertThat(link(members)).isEqualTo(link(withoutStrong(MEMBERS)));
    }

    @Provide
    Arbitrary<List<Member>> orders() {
        return Arbitraries.shuffle(MEMBERS);
    }

    @Provide
    Arbitrary<List<Member>> weakOrders() {
        return Arbitraries.shuffle(withoutStrong(MEMBERS));
    }

    private static List<Member> withoutStrong(List<Member> members) {
        return members.stream()
                .filter(member -> !member.name().equals("strong.o"))
                .toList();
    }

    private static ByteBuffer link(List<Member> members) {
        LinkRequest request = LinkRequest.builder()
                .input(Input.of("main", ByteBuffer.wrap(MAIN.getBytes(StandardCharsets.UTF_8))))
                .input(Input.of("lib.a", ByteBuffer.wrap(Given.archiveOf(members))))
                .llvm(RequestedLlvm.Known.EMBEDDED)
                .build();
        return Linker.inProcess().link(request).outputs().get(0).content();
    }
}
