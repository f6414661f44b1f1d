package dk.klyngeflow.invoices;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts what is sent to the database: a batch is one. Every thread counts, so nothing else may be under way. */
@TestConfiguration(proxyBeanMethods = false)
public class CountedSql {

    private static final AtomicLong executed = new AtomicLong();
    private static volatile @Nullable List<String> heard;

    /** Since the start of this process. */
    public static long soFar() {
        return executed.get();
    }

    /** The statements that a piece of work sends, in order. */
    public static List<String> during(Runnable work) {
        List<String> statements = new ArrayList<>();
        heard = statements;
        try {
            work.run();
        } finally {
            heard = null;
        }
        synchronized (statements) {
            return statements.stream()
                    .map(sql -> sql.replaceAll("\\s+", " ").strip())
                    .toList();
        }
    }

    @Bean
    static BeanPostProcessor countStatements() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource dataSource ? counting(dataSource) : bean;
            }
        };
    }

    public static DataSource counting(DataSource dataSource) {
        return new DelegatingDataSource(dataSource) {
            @Override
            public Connection getConnection() throws SQLException {
                return counted(Connection.class, super.getConnection(), "");
            }
        };
    }

    private static <T> T counted(Class<T> type, Object real, String sql) {
        InvocationHandler handler = (proxy, method, arguments) -> {
            String named =
                    arguments != null && arguments.length > 0 && arguments[0] instanceof String text ? text : sql;
            if (method.getName().startsWith("execute")) {
                hear(named);
            }
            try {
                Object result = method.invoke(real, arguments);
                if (result instanceof PreparedStatement) {
                    return counted(PreparedStatement.class, result, named);
                }
                return result instanceof Statement ? counted(Statement.class, result, sql) : result;
            } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
            }
        };
        return type.cast(Proxy.newProxyInstance(CountedSql.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static void hear(String sql) {
        executed.incrementAndGet();
        List<String> statements = heard;
        if (statements != null) {
            synchronized (statements) {
                statements.add(sql);
            }
        }
    }
}
