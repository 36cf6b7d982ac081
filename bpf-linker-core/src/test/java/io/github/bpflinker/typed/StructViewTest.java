package io.github.bpflinker.typed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class StructViewTest {

    private final ByteBuffer memory = Memory.of(new byte[] {0, 1, 2, 3, 10, 11, 12, 13});
    private final Outer view = new Outer();

    /** A struct in a struct in a struct, each a byte further. */
    private static final class Outer extends StructView {
        private final Middle middle = new Middle();

        Outer() {
            super(4);
        }

        Middle middle() {
            return inside(middle, 1);
        }
    }

    private static final class Middle extends StructView {
        private final Inner inner = new Inner();

        Middle() {
            super(3);
        }

        Inner inner() {
            return inside(inner, 1);
        }
    }

    private static final class Inner extends StructView {
        Inner() {
            super(2);
        }

        int value() {
            return memory().get(at(0));
        }
    }

    @Test
    void endsWithItsHandlerAndWithItTheViewsOfMembers() {
        view.moveTo(memory, 0);
        Middle middle = view.middle();
        Inner inner = middle.inner();
        assertThat(inner.value()).isEqualTo(2);

        view.leave();
        assertThatIllegalStateException().isThrownBy(view::middle);
        assertThatIllegalStateException().isThrownBy(middle::inner);
        assertThatIllegalStateException().isThrownBy(inner::value);
    }

    @Test
    void aKeptViewOfAMemberStaysOverInTheNextHandler() {
        view.moveTo(memory, 0);
        Inner inner = view.middle().inner();
        view.leave();

        view.moveTo(memory, 4);
        assertThatIllegalStateException().isThrownBy(inner::value);
        assertThat(view.middle().inner().value()).isEqualTo(12);
    }

    @Test
    void aViewOfAMemberThatIsMovedIsOneOfItsOwn() {
        view.moveTo(memory, 0);
        Inner inner = view.middle().inner();
        inner.moveTo(memory, 6);
        view.leave();

        assertThat(inner.value()).isEqualTo(12);
    }

    @Test
    void isAtNothingBeforeItIsMoved() {
        assertThatIllegalStateException().isThrownBy(view::middle);
    }
}
