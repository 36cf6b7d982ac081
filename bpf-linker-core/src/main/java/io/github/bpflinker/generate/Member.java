package io.github.bpflinker.generate;

import java.util.List;

/**
 * A member of a struct or union.
 *
 * @param name in Java
 * @param label in the source; empty for an anonymous union
 * @param declared its declaration in the source
 * @param offset of the byte that it is read from
 * @param flexible whether it is an array whose elements lie behind the struct; its shape has none
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
        Shape plain = shape instanceof Shape.EnumNumber constant ? constant.number() : shape;
        if (plain instanceof Shape.BitField field) {
            place += ", bit " + field.bit() + ", " + field.bits() + (field.bits() == 1 ? " bit" : " bits");
        } else if (flexible) {
            place += ", as many as there are";
        } else {
            place += ", " + shape.size() + (shape.size() == 1 ? " byte" : " bytes");
        }
        return SourceText.code(declared) + ", " + place;
    }
}
