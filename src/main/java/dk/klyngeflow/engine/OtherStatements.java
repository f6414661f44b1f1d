package dk.klyngeflow.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ParameterMapping;
import org.apache.ibatis.mapping.SqlSource;
import org.apache.ibatis.session.Configuration;

/** Statements of the engine's own, said a little differently and known to it by a name of ours. */
final class OtherStatements {

    /** Stands for the table that the engine's statement reads. */
    static final String TABLE = "{table}";

    private static final Pattern FROM = Pattern.compile("(?i)\\bfrom\\s+(\\w+)");

    private OtherStatements() {}

    /** Reads what the engine's statement reads, where something else holds of the one parameter, which may be asked for several times. */
    static void select(Configuration statements, String name, String like, String where, String instead) {
        MappedStatement original = statements.getMappedStatement(like);
        add(statements, name, original, given -> {
            BoundSql bound = original.getBoundSql(given);
            ParameterMapping parameter = bound.getParameterMappings().get(0);
            String sql = replaced(bound.getSql(), where, instead.replace(TABLE, table(bound.getSql())));
            List<ParameterMapping> parameters = new ArrayList<>();
            sql.chars().filter(letter -> letter == '?').forEach(any -> parameters.add(parameter));
            return new BoundSql(statements, sql, parameters, given);
        });
    }

    /** Writes what the engine's statement writes, its parameters looked at once more. */
    static void update(
            Configuration statements,
            String name,
            String like,
            UnaryOperator<String> sql,
            UnaryOperator<List<ParameterMapping>> parameters) {
        MappedStatement original = statements.getMappedStatement(like);
        add(statements, name, original, given -> {
            BoundSql bound = original.getBoundSql(given);
            return new BoundSql(
                    statements, sql.apply(bound.getSql()), parameters.apply(bound.getParameterMappings()), given);
        });
    }

    private static String table(String sql) {
        Matcher from = FROM.matcher(sql);
        if (!from.find()) {
            throw new IllegalStateException("the engine reads no table in: " + sql);
        }
        return from.group(1);
    }

    /** @throws IllegalStateException when the engine no longer says so */
    static String replaced(String sql, String part, String instead) {
        if (!sql.contains(part)) {
            throw new IllegalStateException("the engine no longer says " + part + " in: " + sql);
        }
        return sql.replace(part, instead);
    }

    private static void add(Configuration statements, String name, MappedStatement original, SqlSource source) {
        statements.addMappedStatement(
                new MappedStatement.Builder(statements, name, source, original.getSqlCommandType())
                        .resultMaps(original.getResultMaps())
                        .build());
    }
}
