package io.github.bpflinker.btf;

import java.util.List;
import java.util.Optional;

/**
 * A CO-RE relocation ({@code struct bpf_core_relo}): an instruction that a loader adapts to the types of the running
 * kernel.
 *
 * @param offset of the instruction from the start of its section, in bytes
 * @param type the id of the type that the program was compiled with
 * @param access the access string: indexes separated by colons. The first is an array index, each further one the index
 *     of a member or array element; for an enumeration, the index of the enumerator; otherwise {@code 0}
 */
public record CoreRelocation(long offset, int type, String access, Kind kind) implements BtfExt.Entry {

    /** The value that the loader stores in the instruction: {@code enum bpf_core_relo_kind}. */
    public enum Kind {
        FIELD_BYTE_OFFSET(0, "byte_off"),
        FIELD_BYTE_SIZE(1, "byte_sz"),
        FIELD_EXISTS(2, "field_exists"),
        FIELD_SIGNED(3, "signed"),
        FIELD_LSHIFT_U64(4, "lshift_u64"),
        FIELD_RSHIFT_U64(5, "rshift_u64"),
        TYPE_ID_LOCAL(6, "local_type_id"),
        TYPE_ID_TARGET(7, "target_type_id"),
        TYPE_EXISTS(8, "type_exists"),
        TYPE_SIZE(9, "type_size"),
        ENUMVAL_EXISTS(10, "enumval_exists"),
        ENUMVAL_VALUE(11, "enumval_value"),
        TYPE_MATCHES(12, "type_matches");

        private static final List<Kind> BY_CODE = List.of(values());

        private final int code;
        private final String shortName;

        Kind(int code, String shortName) {
            this.code = code;
            this.shortName = shortName;
        }

        /** The name in libbpf's log. */
        public String shortName() {
            return shortName;
        }

        /** Its number in the encoding. */
        public int code() {
            return code;
        }

        public boolean isField() {
            return code <= FIELD_RSHIFT_U64.code;
        }

        public boolean isEnumerator() {
            return this == ENUMVAL_EXISTS || this == ENUMVAL_VALUE;
        }

        /** The kind with this number in the encoding; empty if it is not known. */
        public static Optional<Kind> ofCode(int code) {
            return code >= 0 && code < BY_CODE.size() ? Optional.of(BY_CODE.get(code)) : Optional.empty();
        }
    }
}
