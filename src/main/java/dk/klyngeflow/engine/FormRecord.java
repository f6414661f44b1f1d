package dk.klyngeflow.engine;

import java.lang.reflect.RecordComponent;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.GenericTypeResolver;

/** The record that a contract reads its form into: the names of its components are the names of the fields. */
public final class FormRecord {

    private FormRecord() {}

    /** @param contract a class that says which record it takes */
    public static Class<?> of(Class<?> contract) {
        Class<?> record = GenericTypeResolver.resolveTypeArgument(contract, FormContract.class);
        if (record == null || !record.isRecord()) {
            throw new IllegalStateException(contract.getName() + " does not say which record its form is");
        }
        return record;
    }

    /** With those of the records nested in it or beside it, which part a long form. */
    public static Set<String> fields(Class<?> record) {
        Set<String> fields = new TreeSet<>();
        for (RecordComponent component : record.getRecordComponents()) {
            Class<?> type = component.getType();
            if (type.isRecord() && isPartOf(record, type)) {
                fields.addAll(fields(type));
            } else {
                fields.add(component.getName());
            }
        }
        return fields;
    }

    /** Nested in it, or beside it because two forms have the same fields. */
    private static boolean isPartOf(Class<?> record, Class<?> part) {
        return record.equals(part.getEnclosingClass())
                || (part.getEnclosingClass() == null && part.getPackage().equals(record.getPackage()));
    }
}
