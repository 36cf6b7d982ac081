package io.github.bpflinker.link.pass;

import io.github.bpflinker.llvm.Function;
import io.github.bpflinker.llvm.Module;

/** Keeps unwind tables ({@code .eh_frame}) out of objects: functions compiled for the machine itself ask for them. */
public final class NoUnwinding implements LinkPass {

    @Override
    public void run(Module module) {
        for (Function function : module.functions()) {
            if (!function.isDeclaration()) {
                function.removeAttribute("uwtable");
                function.addAttribute("nounwind");
            }
        }
    }
}
