package io.github.bpflinker.generate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaNamesTest {

    @ParameterizedTest
    @CsvSource({
        "flow_key, FlowKey, flowKey",
        "event_t, EventT, eventT",
        "FlowKey, FlowKey, flowKey",
        "COUNTS, Counts, counts",
        "__state, State, state",
        "class, Class, class_",
        "toString, ToString, toString_",
        ".data.own, DataOwn, dataOwn",
        "lat_20_us, Lat20Us, lat20Us",
        "MAX_3A, Max3a, max3a",
        "__0, _0, _0",
        "___, Type, member"
    })
    void areInTheStyleOfJava(String name, String asClass, String asMember) {
        assertThat(JavaNames.ofClass(name)).isEqualTo(asClass);
        assertThat(JavaNames.ofMember(name)).isEqualTo(asMember);
    }

    @ParameterizedTest
    @CsvSource({
        "MyStruct_3C_u64_3E_, MyStructU64",
        "_28_u32_2C__20_u64_29_, TupleU32U64",
        "_26_dyn_20_Read, DynRead",
        "_7B_closure_env_23_0_7D_, ClosureEnv0"
    })
    void classesOfRustHaveTheWordsOfTheirTypes(String name, String asClass) {
        assertThat(JavaNames.ofClass(name)).isEqualTo(asClass);
    }

    @Test
    void constantsKeepTheirNames() {
        assertThat(JavaNames.ofConstant("LAT_20_MS")).isEqualTo("LAT_20_MS");
        assertThat(JavaNames.ofConstant("XDP_PASS")).isEqualTo("XDP_PASS");
        assertThat(JavaNames.ofConstant("default")).isEqualTo("default_");
    }
}
