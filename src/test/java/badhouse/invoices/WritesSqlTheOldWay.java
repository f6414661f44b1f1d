package badhouse.invoices;

import org.springframework.jdbc.core.JdbcTemplate;

class WritesSqlTheOldWay {

    private final JdbcTemplate jdbc;

    WritesSqlTheOldWay(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void pay(String id) {
        jdbc.update("update invoice set paid = true where id = ?", id);
        jdbc.queryForList("select id_ from ACT_RU_TASK");
    }
}
