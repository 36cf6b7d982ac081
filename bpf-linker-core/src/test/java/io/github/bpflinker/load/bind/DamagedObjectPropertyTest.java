package io.github.bpflinker.load.bind;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.load.core.TargetTypes;
import io.github.bpflinker.load.plan.LoadPlan;
import io.github.bpflinker.load.plan.PlanException;
import io.github.bpflinker.load.plan.PlanOptions;
import io.github.bpflinker.load.plan.Planner;
import io.github.bpflinker.testing.Mutations;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever is wrong with an object, the answer is the planner's or the binder's own exception. */
class DamagedObjectPropertyTest {

    private static final List<String> NAMES = List.of(
            "maps", "maps-in-maps", "globals", "functions", "externs", "operations", "core-fields", "core-types");

    private static List<byte[]> objects = List.of();
    private static Host host = FileHost.running();

    @BeforeContainer
    static void compiles() throws IOException {
        objects =
                NAMES.stream().map(name -> Objects.bytes(Objects.compile(name))).toList();
        Path btf = Files.createTempFile("kernel", ".btf");
        Files.write(btf, Objects.resource("kernels/6.12.btf"));
        TargetTypes types = FileHost.read(btf);
        Files.delete(btf);
        host = FileHost.withTypes(types);
    }

    @Provide
    Arbitrary<byte[]> damaged() {
        return Arbitraries.integers().between(0, NAMES.size() - 1).flatMap(i -> Mutations.any(objects.get(i)));
    }

    /** The same in one section only: code, relocations, types, symbols. */
    @Provide
    Arbitrary<byte[]> damagedInside() {
        return Arbitraries.integers().between(0, NAMES.size() - 1).flatMap(i -> SectionDamage.of(objects.get(i)));
    }

    @Property(tries = 2000)
    void isRefusedOrBound(@ForAll("damaged") byte[] object) {
        tryAll(object);
    }

    @Property(tries = 2000)
    void isRefusedOrBoundWhereverItIsDamaged(@ForAll("damagedInside") byte[] object) {
        tryAll(object);
    }

    private static void tryAll(byte[] object) {
        LoadPlan plan;
        try {
            plan = Planner.plan("damaged.o", ByteBuffer.wrap(object), new PlanOptions(Map.of(), "raw_tp"));
        } catch (PlanException e) {
            assertThat(e.getMessage()).startsWith("damaged.o: ");
            return;
        }
        try {
            BoundObject bound = Binder.bind(plan.withPrograms(program -> program.withLoad(true)), host);
            assertThat(bound.maps()).hasSameSizeAs(plan.maps());
        } catch (BindException e) {
            assertThat(e.problem().message()).isNotBlank();
        }
    }
}
