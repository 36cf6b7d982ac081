package io.github.bpflinker.input;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Describes content that can't be linked, for error messages. */
final class UnlinkableContent {

    private static final int SHOWN = 8;

    /** Descriptions of common wrong inputs, by their first bytes in hexadecimal. */
    private static final Map<String, String> KNOWN = known();

    private UnlinkableContent() {}

    private static Map<String, String> known() {
        Map<String, String> known = new LinkedHashMap<>();
        known.put("cffaedfe", "a Mach-O file");
        known.put("cefaedfe", "a Mach-O file");
        known.put("cafebabe", "a Java class or a universal Mach-O file");
        known.put("0061736d", "a WebAssembly module");
        known.put("4d5a", "a Windows program");
        known.put("6486", "a Windows object");
        known.put("9feb", "raw BTF");
        known.put("eb9f", "raw BTF");
        known.put("72757374", "Rust metadata");
        known.put("1f8b", "gzip");
        known.put("28b52ffd", "zstd");
        known.put("504b0304", "a zip or jar file");
        known.put("3c6269676166", "an AIX archive");
        return known;
    }

    static String describe(ByteBuffer bytes) {
        byte[] first = new byte[Math.min(bytes.remaining(), SHOWN)];
        bytes.get(bytes.position(), first);
        String hex = HexFormat.of().formatHex(first);
        for (Map.Entry<String, String> kind : KNOWN.entrySet()) {
            if (hex.startsWith(kind.getKey())) {
                return kind.getValue();
            }
        }
        if (IrText.isText(bytes)) {
            return "text";
        }
        return "bytes " + HexFormat.ofDelimiter(" ").formatHex(first);
    }
}
