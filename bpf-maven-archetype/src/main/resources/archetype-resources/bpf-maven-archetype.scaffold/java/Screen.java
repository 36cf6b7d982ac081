package @package@;

import java.util.List;
import java.util.function.Supplier;

/** A table that is drawn again in its place each second; in a file or pipe, below the one before. */
final class Screen {

    private static final int HEIGHT = 24;
    private static final long INTERVAL_MILLIS = 1000;
    private static final String CLEAR = "\033[H\033[2J";

    private Screen() {}

    /** Shows the table until the thread is interrupted. */
    static void show(Supplier<List<String>> table) throws InterruptedException {
        while (true) {
            Thread.sleep(INTERVAL_MILLIS);
            String text = String.join("\n", table.get().stream().limit(HEIGHT).toList());
            System.out.println(System.console() == null ? text : CLEAR + text);
        }
    }
}
