package vn.toancanh.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One connection in one transaction, with parameters bound by place. Belongs to the thread that was given it. */
public final class Sql {
    /** Makes a value of a row. */
    @FunctionalInterface
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    private final Connection connection;
    private final List<Runnable> afterCommit = new ArrayList<>();

    Sql(Connection connection) {
        this.connection = connection;
    }

    /** A statement to be run many times; the caller closes it. */
    public PreparedStatement prepare(String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }

    /** Runs a change and tells how many rows it touched. */
    public int change(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    public <T> List<T> list(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(row.of(rows));
                }
                return all;
            }
        }
    }

    public <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
        List<T> all = list(sql, row, values);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getFirst());
    }

    /** The first column of the first row; 0 where there is none or it is null. */
    public long number(String sql, @Nullable Object... values) throws SQLException {
        return first(sql, row -> row.getLong(1), values).orElse(0L);
    }

    /** Binds values to a statement's places, from the first. */
    public static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    /** Work for when the transaction stands on disk; runs in the order of the commits, on the thread that wrote. */
    public void afterCommit(Runnable work) {
        afterCommit.add(work);
    }

    List<Runnable> committed() {
        return afterCommit;
    }
}
