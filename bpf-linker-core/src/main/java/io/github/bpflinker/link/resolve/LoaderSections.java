package io.github.bpflinker.link.resolve;

import io.github.bpflinker.llvm.GlobalValue;

/** Sections by which a declaration says that the loader, not the linker, resolves it. */
public final class LoaderSections {

    private LoaderSections() {}

    /** Whether it is a kernel symbol ({@code .ksyms}, kfuncs among them) or a kernel configuration value. */
    public static boolean isResolvedByLoader(GlobalValue declaration) {
        String section = declaration.section();
        return section.equals(".ksyms") || section.equals(".kconfig");
    }
}
