package io.github.bpflinker.link.resolve;

import io.github.bpflinker.llvm.GlobalValue;

/** The sections of declarations that the loader resolves, not the linker. */
public final class LoaderExternSections {

    private LoaderExternSections() {}

    /**
     * Whether it is a kernel symbol ({@code .ksyms}, including kfuncs) or a kernel configuration value ({@code
     * .kconfig}).
     */
    public static boolean isResolvedByLoader(GlobalValue declaration) {
        String section = declaration.section();
        return section.equals(".ksyms") || section.equals(".kconfig");
    }
}
