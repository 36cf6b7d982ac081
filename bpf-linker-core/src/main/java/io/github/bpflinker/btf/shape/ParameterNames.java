package io.github.bpflinker.btf.shape;

import io.github.bpflinker.btf.BtfType;
import java.util.ArrayList;
import java.util.List;

/** Gives unnamed parameters of functions a name, which the kernel requires ({@code btf_func_check}). */
final class ParameterNames {

    private ParameterNames() {}

    static ObjectBtf apply(ObjectBtf object) {
        List<BtfType> types = new ArrayList<>(object.btf().types());
        int first = object.btf().firstId();
        for (BtfType type : object.btf().types()) {
            if (type instanceof BtfType.Func function
                    && types.get(function.type() - first) instanceof BtfType.FuncProto prototype) {
                types.set(function.type() - first, named(prototype));
            }
        }
        return object.withTypes(types);
    }

    private static BtfType.FuncProto named(BtfType.FuncProto prototype) {
        List<BtfType.Param> params = new ArrayList<>();
        for (BtfType.Param param : prototype.params()) {
            // A parameter without a type is "...".
            boolean nameless = param.name().isEmpty() && param.type() != 0;
            params.add(nameless ? new BtfType.Param("arg" + (params.size() + 1), param.type()) : param);
        }
        return new BtfType.FuncProto(prototype.result(), params);
    }
}
