package io.github.bpflinker.generate;

import java.util.List;

/**
 * A member of a struct or union.
 *
 * @param name in Java
 * @param label in the source
 * @param declared its type in the source
 * @param offset of the byte that it is read from
 * @param shape how it looks; of a flexible array, the element
 * @param flexible whether it is an array whose elements lie behind the struct
 * @param direct whether it is one of the struct itself, not of an anonymous struct or union in it
 * @param inside the members of an anonymous union, which C reaches as if they were of the struct; their offsets are those in
 *     the struct
 */
record Member(
        String name,
        String label,
        String declared,
        int offset,
        Shape shape,
        boolean flexible,
        boolean direct,
        List<Member> inside) {

    Member {
        inside = List.copyOf(inside);
    }

    /** The name of the component of a record that holds it. */
    String component() {
        return shape instanceof Shape.EnumNumber ? name + "Value" : name;
    }

    /** Where it is and what, for documentation. */
    String description() {
        String place = "offset " + offset;
        if (shape instanceof Shape.BitField field) {
            place += ", bit " + field.bit() + ", " + field.bits() + (field.bits() == 1 ? " bit" : " bits");
        } else if (flexible) {
            place += ", as many as there are";
        } else {
            place += ", " + shape.size() + (shape.size() == 1 ? " byte" : " bytes");
        }
        return SourceText.code(label.isEmpty() ? declared : declared(label)) + ", " + place;
    }

    private String declared(String inner) {
        int array = declared.indexOf('[');
        return array < 0
                ? declared + " " + inner
                : declared.substring(0, array).strip() + " " + inner + declared.substring(array);
    }
}
