package io.github.bpflinker.run;

import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The result of a test run.
 *
 * @param returnValue the return value of the program, of the last run if it ran several times
 * @param duration the mean duration of a run; zero for types that are not measured
 * @param data the packet after the run; the input if the type does not return it
 * @param context the context after the run, likewise
 */
@SuppressWarnings("ArrayRecordComponent") // compared by content, and copied
public record TestResult(int returnValue, Duration duration, byte[] data, byte[] context) {

    public TestResult {
        data = data.clone();
        context = context.clone();
    }

    @Override
    public byte[] data() {
        return data.clone();
    }

    @Override
    public byte[] context() {
        return context.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TestResult that
                && returnValue == that.returnValue
                && duration.equals(that.duration)
                && Arrays.equals(data, that.data)
                && Arrays.equals(context, that.context);
    }

    @Override
    public int hashCode() {
        return Objects.hash(returnValue, duration, Arrays.hashCode(data), Arrays.hashCode(context));
    }

    @Override
    public String toString() {
        return "returned " + returnValue + " after " + duration.toNanos() + " ns with " + data.length
                + " bytes of data";
    }
}
