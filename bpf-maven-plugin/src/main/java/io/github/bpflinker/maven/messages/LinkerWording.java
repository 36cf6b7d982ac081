package io.github.bpflinker.maven.messages;

import io.github.bpflinker.maven.Finding;
import java.util.LinkedHashMap;
import java.util.Map;

/** Turns what the linker says to users of its command line into what users of Maven have to write. */
public final class LinkerWording {

    private static final Map<String, String> WORDS = words();

    private LinkerWording() {}

    private static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("bpf-linker llvm lists those that were found", "mvn bpf:doctor lists those that were found");
        words.put("bpf-linker btf-dump lists", "mvn bpf:btf-dump -Dbpf.file=FILE lists");
        words.put("--llvm-args", "<llvmArgs>");
        words.put("--llvm PATH", "<llvm>PATH</llvm>");
        words.put("--llvm", "<llvm>");
        words.put("--cpu-features", "<cpuFeatures>");
        words.put("--cpu", "<cpu>");
        words.put("--target=bpfel or --target=bpfeb", "the <target> of the POM");
        words.put("--target", "<target>");
        words.put("--fatal-errors=false", "<fatalErrors>false</fatalErrors>");
        words.put("--fatal-errors", "<fatalErrors>");
        words.put("; --fatal-undefined makes this an error", "");
        words.put("--fatal-undefined", "<fatalUndefined>");
        words.put("--whole-archive", "<wholeArchive>");
        words.put("without --btf", "with <btf>false</btf>");
        words.put("--btf", "<btf>true</btf>");
        words.put("--keep-optnone", "<keepOptnone>true</keepOptnone>");
        words.put("--time", "-X");
        words.put("--kernel", "<kernel>");
        words.put("--panic-exit", "<panicExit>");
        words.put("--inline-all", "<inlineAll>");
        words.put("--unroll-all", "<unrollAll>");
        words.put("--export", "<exports>");
        return words;
    }

    /** The same finding in Maven's terms. */
    public static Finding inMaven(Finding finding) {
        String text = finding.text();
        for (Map.Entry<String, String> word : WORDS.entrySet()) {
            text = text.replace(word.getKey(), word.getValue());
        }
        return new Finding(finding.severity(), finding.file(), finding.line(), finding.column(), text);
    }
}
