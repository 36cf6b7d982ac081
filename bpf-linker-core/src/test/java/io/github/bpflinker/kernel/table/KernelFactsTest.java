package io.github.bpflinker.kernel.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.btf.Btf;
import io.github.bpflinker.btf.BtfFile;
import io.github.bpflinker.btf.BtfKind;
import io.github.bpflinker.btf.BtfType;
import io.github.bpflinker.diagnostic.Remedy;
import io.github.bpflinker.testing.Tool;
import io.github.bpflinker.version.KernelVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KernelFactsTest {

    private static final KernelFacts FACTS = KernelFacts.get();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "helpers.tsv",
                "kfuncs.tsv",
                "lsm-hooks.tsv",
                "iterators.tsv",
                "struct-ops.tsv",
                "global-functions.tsv",
                "maps.tsv",
                "map-flags.tsv",
                "map-fields.tsv",
                "program-types.tsv",
                "instructions.tsv",
                "btf-kinds.tsv",
                "limits.tsv"
            })
    void everyTableNamesEachThingOnceWithARelease(String name) {
        FactTable table = FactTable.load(name);
        assertThat(table.rows()).isNotEmpty();
        Set<List<String>> seen = new HashSet<>();
        for (FactTable.Row row : table.rows()) {
            assertThat(row.releases().since().orElseThrow()).isBetween(new KernelVersion(3, 18), Feature.NEWEST_KNOWN);
            List<String> key = Stream.of("name", "section", "how", "maximum", "parameters")
                    .map(column -> textOf(row, column))
                    .toList();
            assertThat(seen.add(key)).as("%s is named once", key).isTrue();
        }
    }

    /** Empty where the table has no such column. */
    private static String textOf(FactTable.Row row, String column) {
        try {
            return row.text(column);
        } catch (IllegalStateException e) {
            return "";
        }
    }

    @Test
    void numbersOfHelpersAndMapTypesHaveNoGapsAndNeverGoBackInTime() {
        for (Map<Integer, Feature> table : List.of(FACTS.helpers(), FACTS.mapTypes())) {
            assertThat(new HashSet<>(table.keySet()))
                    .isEqualTo(IntStream.rangeClosed(1, table.size()).boxed().collect(Collectors.toSet()));
            List<KernelVersion> releases = IntStream.rangeClosed(1, table.size())
                    .mapToObj(
                            id -> Objects.requireNonNull(table.get(id)).since().orElseThrow())
                    .toList();
            assertThat(releases).isSorted();
        }
        assertThat(FACTS.helpers()).hasSize(211);
        assertThat(FACTS.mapTypes()).hasSize(35);
    }

    @Test
    void alternativesAreThereAndOlder() {
        Map<String, Feature> byName = new TreeMap<>();
        for (Map<Integer, Feature> table : List.of(FACTS.helpers(), FACTS.mapTypes())) {
            table.values().forEach(feature -> byName.put(feature.name(), feature));
        }
        FACTS.sections().forEach(section -> byName.put(section.feature().name(), section.feature()));
        for (Feature feature : byName.values()) {
            for (Remedy remedy : feature.remedies()) {
                if (!remedy.argument().isEmpty()) {
                    Feature instead = Objects.requireNonNull(byName.get(remedy.argument()), remedy + " for " + feature);
                    assertThat(instead.since().orElseThrow())
                            .isLessThan(feature.since().orElseThrow());
                }
            }
        }
    }

    @Test
    void everyEntryOfTheMachinesHeaderIsKnown() throws IOException {
        Path header = Path.of("/usr/include/linux/bpf.h");
        Tool.LIBBPF_HEADERS.require();
        String text = Files.readString(header);
        Matcher helpers = Pattern.compile("\\tFN\\((\\w+)\\)").matcher(text);
        for (int id = 0; helpers.find(); id++) {
            if (id > 0) {
                assertThat(FACTS.helper(id).name()).isEqualTo("bpf_" + helpers.group(1));
            }
        }
        Set<String> types = FACTS.sections().stream().map(ProgramSection::type).collect(Collectors.toSet());
        assertThat(names(text, "bpf_prog_type")).allMatch(types::contains);
        Set<String> maps = FACTS.mapTypes().values().stream().map(Feature::name).collect(Collectors.toSet());
        assertThat(names(text, "bpf_map_type")).allMatch(maps::contains);
    }

    private static List<String> names(String header, String type) {
        int start = header.indexOf("enum " + type + " {");
        String body = header.substring(start, header.indexOf('}', start));
        return Pattern.compile("BPF_\\w+")
                .matcher(body)
                .results()
                .map(result -> result.group())
                .filter(name -> !name.endsWith("_UNSPEC"))
                .toList();
    }

    @Test
    void everyEnumeratorOfTheRunningKernelIsKnown() {
        Btf kernel = BtfFile.read(Tool.KERNEL_BTF.require(), null).btf();
        for (BtfType.Enumerator helper : enumerators(kernel, "bpf_func_id")) {
            if (helper.name().startsWith("BPF_FUNC_") && !helper.name().endsWith("_unspec")) {
                assertThat(FACTS.helper((int) helper.value()).name())
                        .isEqualTo("bpf_" + helper.name().substring("BPF_FUNC_".length()));
            }
        }
        assertNumbers(TypeNumbers.programs(), enumerators(kernel, "bpf_prog_type"));
        assertNumbers(TypeNumbers.attachments(), enumerators(kernel, "bpf_attach_type"));
    }

    private static void assertNumbers(TypeNumbers numbers, List<BtfType.Enumerator> enumerators) {
        assertThat(enumerators)
                .filteredOn(enumerator -> !enumerator.name().startsWith("__MAX"))
                .isNotEmpty()
                .allSatisfy(enumerator -> {
                    assertThat(numbers.of(enumerator.name())).isEqualTo((int) enumerator.value());
                    assertThat(numbers.name((int) enumerator.value())).isPresent();
                });
    }

    @Test
    void everySectionHasTypesWithNumbers() {
        assertThat(FACTS.sections()).allSatisfy(section -> {
            assertThat(TypeNumbers.programs().of(section.type())).isPositive();
            section.attach()
                    .ifPresent(name ->
                            assertThat(TypeNumbers.attachments().of(name)).isNotNegative());
        });
    }

    private static List<BtfType.Enumerator> enumerators(Btf btf, String name) {
        return ((BtfType.Enumeration) btf.type(btf.find(name, BtfKind.ENUM).orElseThrow())).enumerators();
    }

    @Test
    void everyKindOfBtfIsKnown() {
        Arrays.stream(BtfKind.values())
                .filter(kind -> kind != BtfKind.UNKN)
                .forEach(kind -> assertThat(FACTS.btf(kind.name()).since()).isPresent());
    }

    @ParameterizedTest
    @CsvSource({
        "xdp, BPF_PROG_TYPE_XDP, 4.8",
        "?xdp, BPF_PROG_TYPE_XDP, 4.8",
        "xdp/name, BPF_PROG_TYPE_XDP, 4.8",
        "xdp/devmap, BPF_PROG_TYPE_XDP, 5.8",
        "kprobe/do_exit, BPF_PROG_TYPE_KPROBE, 4.1",
        "kprobe.multi/do_*, BPF_PROG_TYPE_KPROBE, 5.18",
        "fentry.s/a/b, BPF_PROG_TYPE_TRACING, 5.10",
        "cgroup_skb/ingress/mine, BPF_PROG_TYPE_CGROUP_SKB, 4.10",
        "sk_skb/stream_parser/x, BPF_PROG_TYPE_SK_SKB, 4.14",
        "struct_ops.s/init, BPF_PROG_TYPE_STRUCT_OPS, 6.3"
    })
    void readsSectionNamesLikeLibbpf(String section, String type, String since) {
        ProgramSection found = FACTS.section(section).orElseThrow();
        assertThat(found.type()).isEqualTo(type);
        assertThat(found.feature().since()).map(KernelVersion::toString).hasValue(since);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "/", "xdpx", "kprobes/x", "my/own", "fentry.x/y", ".text"})
    void knowsNoOtherSectionNames(String section) {
        assertThat(FACTS.section(section)).isEmpty();
    }

    @Test
    void limitsSayWhenALargerSizeWasAllowed() {
        assertThat(FACTS.limit("instructions", 4096)).isEmpty();
        assertThat(FACTS.limit("instructions", 4097).orElseThrow().since()).contains(new KernelVersion(5, 2));
        assertThat(FACTS.limit("instructions", 1_000_001).orElseThrow().since()).isEmpty();
    }

    @Test
    void stackIsRoundedAsKernelsDo() {
        assertThat(StackLimits.stack(512, rounding -> 512, false)).isEmpty();
        assertThat(StackLimits.stack(300, rounding -> 608, false).orElseThrow().since())
                .isEmpty();
        assertThat(StackLimits.stack(300, rounding -> 608, true).orElseThrow().since())
                .contains(new KernelVersion(6, 13));
        assertThat(StackLimits.stack(513, rounding -> 528, true).orElseThrow().since())
                .isEmpty();
        assertThat(StackLimits.stack(168, rounding -> rounding == 32 ? 544 : 512, false)
                        .orElseThrow()
                        .since())
                .contains(new KernelVersion(6, 9));
        assertThat(StackLimits.aboveTailCall(rounding -> -1)).isEmpty();
        assertThat(StackLimits.aboveTailCall(rounding -> 256).orElseThrow().since())
                .isEmpty();
        assertThat(StackLimits.aboveTailCall(rounding -> rounding == 32 ? 256 : 240)
                        .orElseThrow()
                        .since())
                .contains(new KernelVersion(6, 9));
    }

    @Test
    void releasesAreRanges() {
        Releases lost = Releases.parse("5.10-6.3 7.1");
        assertThat(lost.contains(new KernelVersion(5, 9))).isFalse();
        assertThat(lost.contains(new KernelVersion(6, 2))).isTrue();
        assertThat(lost.contains(new KernelVersion(6, 3))).isFalse();
        assertThat(lost.since()).contains(new KernelVersion(7, 1));
        assertThat(lost.until()).isEmpty();
        assertThat(lost).hasToString("5.10-6.3 7.1");
        Releases update = Releases.parse("6.1.72-6.2 6.6");
        assertThat(update.contains(new KernelVersion(6, 1))).isFalse();
        assertThat(update.contains(new KernelVersion(6, 1, 176))).isTrue();
        assertThat(update.contains(new KernelVersion(6, 5))).isFalse();
        assertThat(Releases.parse("6.10-7.0").until()).contains(new KernelVersion(7, 0));
        assertThat(Releases.NONE).hasToString("never");
    }

    @Test
    void kfuncsAreToldApartByTheirParameters() {
        assertThat(Kfuncs.of("bpf_session_cookie", OptionalInt.of(0)).until()).contains(new KernelVersion(7, 0));
        assertThat(Kfuncs.of("bpf_session_cookie", OptionalInt.of(1)).since()).contains(new KernelVersion(7, 0));
        assertThat(Kfuncs.of("bpf_session_cookie", OptionalInt.of(3)).since()).isEmpty();
        assertThat(Kfuncs.of("bpf_task_acquire", OptionalInt.empty()).since()).contains(new KernelVersion(6, 2));
        assertThat(Kfuncs.of("bpf_task_acquire___mine", OptionalInt.of(1)).since())
                .contains(new KernelVersion(6, 2));
        assertThat(Kfuncs.of("of_some_module", OptionalInt.of(1)).isKnown()).isFalse();
    }

    @Test
    void remediesAreReadAsTheyAreWritten() {
        for (Remedy.Action action : Remedy.Action.values()) {
            for (Remedy remedy : List.of(Remedy.of(action), new Remedy(action, "v1:x"))) {
                assertThat(Remedy.parse(remedy.id())).contains(remedy);
            }
        }
        assertThat(Remedy.parse("-")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"bpf_rcu_read_lock___old, true", "bpf_rcu_read_lock___a___b, false", "bpf_rcu_read_lock____a, false"})
    void kfuncsAreKnownByTheirNameWithoutFlavour(String name, boolean known) {
        assertThat(Kfuncs.of(name, OptionalInt.empty()).isKnown()).isEqualTo(known);
    }

    @ParameterizedTest
    @CsvSource({"tcp_congestion_ops___old, true", "tcp_congestion_ops___a___b, false", "tcp_congestion_ops____a, false"
    })
    void structsOfOperationsAreKnownByTheirNameWithoutFlavour(String name, boolean known) {
        assertThat(Targets.operations(name).isKnown()).isEqualTo(known);
    }
}
