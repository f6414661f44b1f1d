package dk.klyngeflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import dk.klyngeflow.Compiled;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.engine.Rows.Column;
import dk.klyngeflow.engine.Rows.Kept;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@KlyngeflowTest
class RowsTest {

    @Autowired
    private JdbcClient jdbc;

    enum Colour {
        RED,
        GREEN
    }

    record Name(String value) {}

    record Inner(@Nullable Colour colour, @Nullable Name calledName) {}

    record All(
            UUID id,
            boolean isGone,
            int number,
            @Nullable Long oere,
            @Nullable Instant startsAt,
            @Nullable LocalDate day,
            Inner inner,
            @Column("other_") Inner second,
            @Column("third_") @Nullable Inner third,
            @Column(isJoined = true) String votes) {}

    private static final Rows<All> ALL = Rows.of(All.class, "nothing", new Kept<>(Name.class, Name::new, Name::value));

    private static final String SELECT = """
            select :id as id, :is_gone as is_gone, :number as number, cast(:oere as bigint) as oere,
                   cast(:starts_at as timestamptz) as starts_at, cast(:day as date) as day,
                   cast(:colour as text) as colour, cast(:called_name as text) as called_name,
                   cast(:other_colour as text) as other_colour, cast(:other_called_name as text) as other_called_name,
                   cast(:third_colour as text) as third_colour, cast(:third_called_name as text) as third_called_name,
                   'many' as votes""";

    @Test
    void whatIsWrittenByNameIsReadByName() {
        All full = new All(
                UUID.fromString("7d9f2f5e-6f57-4a8e-9a0c-0f2b8f6f1a11"),
                true,
                7,
                12L,
                Instant.parse("2026-11-03T15:30:00Z"),
                LocalDate.of(2026, 11, 3),
                new Inner(Colour.RED, new Name("Anne")),
                new Inner(Colour.GREEN, new Name("Bo")),
                new Inner(null, new Name("Carl")),
                "many");
        All empty = new All(
                full.id(), false, 0, null, null, null, new Inner(null, null), new Inner(null, null), null, "many");

        assertThat(again(full)).isEqualTo(full);
        assertThat(again(empty)).isEqualTo(empty);
        assertThat(ALL.values(full)).doesNotContainKey("votes");
    }

    @Test
    void aConstantThatNobodyKnowsIsNotReadAsNothing() {
        assertThatThrownBy(() -> jdbc.sql("select 'BLUE' as colour, null as called_name")
                        .query(Rows.of(Inner.class, "nothing", new Kept<>(Name.class, Name::new, Name::value)))
                        .single())
                .hasMessageContaining("BLUE is none of [RED, GREEN]");
    }

    @Test
    void aTypeThatNobodyCanReadIsRefusedAtOnce() {
        record Strange(Thread thread) {}

        assertThatThrownBy(() -> Rows.of(Strange.class, "nothing")).hasMessageContaining("nobody knows how to read");
    }

    @Test
    void everyComponentHasItsColumnAndWhatMayBeNullSaysSo() {
        List<Rows<?>> rows = everyRows();

        assertThat(rows).isNotEmpty();
        assertThat(rows).flatExtracting(this::faults).isEmpty();
    }

    @Test
    void everyOneIsAConstantWhereTheTestFindsIt() {
        List<String> calls = Compiled.APPLICATION.stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isEquivalentTo(Rows.class)
                        && call.getName().equals("of"))
                .map(call -> call.getOrigin().getFullName())
                .toList();

        assertThat(calls).allMatch(call -> call.endsWith(".<clinit>()")).hasSameSizeAs(everyRows());
    }

    @Test
    void aRecordThatDoesNotFitTheSchemaIsSeen() {
        record Misfit(
                String clusterId,
                String nickname,
                String cvr,
                @Nullable String name) {}

        assertThat(faults(Rows.of(Misfit.class, "cluster")))
                .containsExactly(
                        "Misfit.nickname has no column nickname in cluster",
                        "Misfit.cvr may be null in cluster and does not say so");
    }

    private All again(All written) {
        return jdbc.sql(SELECT).params(ALL.values(written)).query(ALL).single();
    }

    private List<String> faults(Rows<?> rows) {
        Map<String, Boolean> nullable = new java.util.HashMap<>();
        jdbc.sql("""
                        select column_name, is_nullable = 'YES' as nullable from information_schema.columns
                        where table_schema = 'klyngeflow' and table_name = :table""").param("table", rows.table()).query(row -> {
            nullable.put(row.getString("column_name"), row.getBoolean("nullable"));
        });
        List<String> faults = new ArrayList<>();
        rows.columns().forEach((column, component) -> {
            String name = component.getDeclaringRecord().getSimpleName() + "." + component.getName();
            if (!nullable.containsKey(column)) {
                faults.add(name + " has no column " + column + " in " + rows.table());
            } else if (Boolean.TRUE.equals(nullable.get(column))
                    && !saysSo(component)
                    && !rows.missable().contains(column)) {
                faults.add(name + " may be null in " + rows.table() + " and does not say so");
            }
        });
        return faults;
    }

    private static boolean saysSo(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static List<Rows<?>> everyRows() {
        List<Rows<?>> rows = new ArrayList<>();
        for (JavaClass type : Compiled.APPLICATION) {
            for (JavaField field : type.getFields()) {
                if (field.getRawType().isEquivalentTo(Rows.class)
                        && field.getModifiers().contains(JavaModifier.STATIC)) {
                    rows.add(read(field.reflect()));
                }
            }
        }
        return rows;
    }

    private static Rows<?> read(Field field) {
        field.setAccessible(true);
        try {
            return (Rows<?>) field.get(null);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
