package io.github.bpflinker.generate;

import io.github.bpflinker.typed.StructType;
import io.github.bpflinker.typed.StructView;
import java.nio.ByteBuffer;

/** The type of a generated class, whatever class it is. */
final class StructTypes {

    private final StructType<Object, StructView> type;

    @SuppressWarnings("unchecked") // the record is an object, and the view a view
    StructTypes(Class<?> generated) throws ReflectiveOperationException {
        type = (StructType<Object, StructView>) generated.getField("TYPE").get(null);
    }

    int size() {
        return type.size();
    }

    StructView view(ByteBuffer memory) {
        return type.view(memory, 0);
    }

    Object read(ByteBuffer memory) {
        return type.read(memory, 0);
    }

    byte[] write(Object value) {
        return type.toBytes(value);
    }

    /** Calls a method without parameters. */
    static Object call(Object of, String method) throws ReflectiveOperationException {
        return of.getClass().getMethod(method).invoke(of);
    }
}
