package io.github.bpflinker.btf.shape;

import io.github.bpflinker.btf.BtfType;
import java.util.ArrayList;
import java.util.List;

/** Names the parameters of functions that have none: the kernel wants each to have one ({@code btf_func_check}). */
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
            // One without a type stands for "...".
            boolean nameless = param.name().isEmpty() && param.type() != 0;
            params.add(nameless ? new BtfType.Param("arg" + (params.size() + 1), param.type()) : param);
        }
        return new BtfType.FuncProto(prototype.result(), params);
    }
}
