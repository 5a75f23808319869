package vn.toancanh.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatementsTest {
    private static final String BY_PARENT = "SELECT name FROM site WHERE parent IS ? ORDER BY name";

    private Connection connection;
    private Statements statements;
    private Sql sql;

    @BeforeEach
    void open(@TempDir Path folder) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("a.db"));
        statements = new Statements(connection);
        sql = new Sql(statements);
        sql.change("CREATE TABLE site (name TEXT PRIMARY KEY, parent TEXT)");
        for (String[] site : new String[][] {{"city", null}, {"a", "city"}, {"b", "city"}, {"a1", "a"}}) {
            sql.change("INSERT INTO site VALUES (?, ?)", site[0], site[1]);
        }
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private List<String> below(@Nullable String parent) throws SQLException {
        return sql.list(BY_PARENT, this::named, parent);
    }

    /** Asks the same again while its own row is being read. */
    private String named(ResultSet row) throws SQLException {
        String name = row.getString(1);
        return name + below(name);
    }

    @Test
    void theSameWordsMayRunWithinThemselves() throws SQLException {
        assertThat(below(null)).containsExactly("city[a[a1[]], b[]]");
        assertThat(below("a")).containsExactly("a1[]");
    }

    @Test
    void whatIsGivenBackIsTakenAgainWithoutItsValues() throws SQLException {
        PreparedStatement first = statements.take(BY_PARENT);
        first.setString(1, "city");
        statements.giveBack(BY_PARENT, first);
        PreparedStatement again = statements.take(BY_PARENT);
        assertThat(again).isSameAs(first);
        try (ResultSet rows = again.executeQuery()) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).as("bound to nothing").isEqualTo("city");
        }
    }

    @Test
    void whatFailedIsNotUsedAgain() throws SQLException {
        String insert = "INSERT INTO site VALUES (?, ?)";
        assertThatThrownBy(() -> sql.change(insert, "a", null)).isInstanceOf(SQLException.class);
        assertThat(sql.change(insert, "c", "city")).isEqualTo(1);
        assertThat(below("city")).containsExactly("a[a1[]]", "b[]", "c[]");
    }

    @Test
    void onlySoManyAreKeptAndAnotherSchemaIsNoticed() throws SQLException {
        for (int i = 0; i < 300; i++) {
            assertThat(sql.number("SELECT count(*) + " + i + " FROM site")).isEqualTo(4 + i);
        }
        assertThat(below("a")).hasSize(1);
        sql.change("ALTER TABLE site ADD COLUMN tag TEXT");
        assertThat(below("a")).hasSize(1);
    }
}
